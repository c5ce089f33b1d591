package dev.signalbox.ui.widget;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of a sheet over the window: what it is about, what it says, and the buttons below. What it says may scroll;
/// the buttons never leave the window.
public final class Sheet extends VBox {

    /// An empty one.
    ///
    /// @param words what screen readers call it
    public Sheet(String id, String words, double width) {
        setId(id);
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(words);
        getStyleClass().add("sb-sheet");
        setPrefWidth(width);
    }

    /// Says what it is about.
    ///
    /// @return this sheet
    public Sheet heading(Node... parts) {
        HBox heading = new HBox(10, parts);
        heading.setAlignment(Pos.CENTER_LEFT);
        return with(heading, "sb-sheet-head");
    }

    /// Says it in full.
    ///
    /// @return this sheet
    public Sheet body(Region body) {
        return with(body, "sb-sheet-body");
    }

    /// Says it in full, however long it is.
    ///
    /// @param words what screen readers call what scrolls
    /// @return this sheet
    public Sheet scrolled(String id, String words, Region body) {
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId(id);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        return this;
    }

    /// Ends with rows; the last is that of the buttons.
    ///
    /// @return this sheet
    public Sheet foot(Node... rows) {
        return with(new VBox(10, rows), "sb-sheet-foot");
    }

    /// Buttons in a row.
    public static HBox buttons(Node... buttons) {
        HBox row = new HBox(8, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Sheet with(Region part, String style) {
        part.getStyleClass().add(style);
        getChildren().add(part);
        return this;
    }
}
