package dev.signalbox.ui.widget;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A part of a column with a heading that folds it. Its heading takes the keyboard, with the id of the section and
/// `-fold` after it.
public final class FoldSection extends VBox {

    private final Button heading = new Button();
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
    private final VBox body = new VBox(1);
    private final BooleanProperty folded = new SimpleBooleanProperty(false);
    private String title;

    public FoldSection(String id, String title, Node... content) {
        super(2);
        this.title = title;
        setId(id);
        getStyleClass().add("fold-section");
        heading.setId(id + "-fold");
        heading.getStyleClass().addAll("fold-heading", "quiet");
        heading.setGraphic(arrow);
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setMinWidth(0);
        heading.setOnAction(press -> folded.set(!folded.get()));
        body.getStyleClass().add("fold-body");
        body.getChildren().addAll(content);
        body.visibleProperty().bind(folded.not());
        body.managedProperty().bind(folded.not());
        getChildren().addAll(heading, body);
        folded.subscribe(isFolded -> name());
    }

    /// Changes the words of the heading.
    public void title(String words) {
        title = words;
        name();
    }

    /// What stands below the heading.
    public void content(Node... nodes) {
        body.getChildren().setAll(nodes);
    }

    /// A section without anything to say takes no room.
    public void present(boolean isPresent) {
        Present.when(this, isPresent);
    }

    /// Whether only the heading is shown.
    public BooleanProperty foldedProperty() {
        return folded;
    }

    private void name() {
        arrow.setIconCode(folded.get() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        heading.setText(title.toUpperCase(java.util.Locale.ROOT));
        heading.setAccessibleText(title + (folded.get() ? ", folded" : ", unfolded"));
    }
}
