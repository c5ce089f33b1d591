package dev.signalbox.ui.editor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Text with the number of each line beside it. Tab leaves it, as everywhere in the window: YAML knows no tabs.
final class NumberedText extends HBox {

    private static final double AROUND = 36;
    private static final double DIGIT = 8;

    private final TextArea numbers = new TextArea();
    private final TextArea text = new TextArea();
    private int lines;

    NumberedText(String id, String accessible) {
        getStyleClass().add("sb-editor");
        text.setId(id);
        text.setAccessibleText(accessible);
        text.getStyleClass().add("sb-mono");
        text.setWrapText(false);
        numbers.setEditable(false);
        numbers.setFocusTraversable(false);
        numbers.setMouseTransparent(true);
        numbers.getStyleClass().addAll("sb-mono", "sb-editor-numbers");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.scrollTopProperty().subscribe(top -> numbers.setScrollTop(top.doubleValue()));
        text.textProperty().subscribe(this::count);
        text.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
                leave(key);
            }
        });
        getChildren().addAll(numbers, text);
    }

    private void leave(KeyEvent key) {
        key.consume();
        text.requestFocusTraversal(key.isShiftDown()
                ? TraversalDirection.PREVIOUS
                : TraversalDirection.NEXT);
    }

    TextArea area() {
        return text;
    }

    /// Selects a line and brings it into sight.
    ///
    /// @param number from 1
    void goTo(int number) {
        String all = text.getText();
        int from = 0;
        for (int line = 1; line < number; line++) {
            int end = all.indexOf('\n', from);
            if (end < 0) {
                break;
            }
            from = end + 1;
        }
        int end = all.indexOf('\n', from);
        text.requestFocus();
        text.selectRange(from, end < 0 ? all.length() : end);
    }

    private void count(String all) {
        int now = 1 + (int) all.chars().filter(c -> c == '\n').count();
        if (now != lines) {
            lines = now;
            double top = text.getScrollTop();
            // The text can be scrolled a little further where it has a bar below.
            numbers.setText(IntStream.rangeClosed(1, now).mapToObj(String::valueOf)
                    .collect(Collectors.joining("\n", "", "\n\n")));
            double width = AROUND + DIGIT * String.valueOf(now).length();
            numbers.setMinWidth(width);
            numbers.setMaxWidth(width);
            numbers.setScrollTop(top);
        }
    }
}
