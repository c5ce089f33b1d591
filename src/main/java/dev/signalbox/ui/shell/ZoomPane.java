package dev.signalbox.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Draws its content larger or smaller, as a whole: text, rows, shapes and the room around them. The content lays itself
/// out in the room that is left at that size, so what follows from its width, such as short words, follows here too.
public final class ZoomPane extends Region {

    private final Region content;
    private final ObservableValue<? extends Number> zoom;
    private final Scale scale = new Scale(1, 1);

    /// @param zoom 1 for as large as it is
    public ZoomPane(Region content, ObservableValue<? extends Number> zoom) {
        this.content = content;
        this.zoom = zoom;
        getChildren().add(content);
        zoom.subscribe(now -> {
            scale.setX(now.doubleValue());
            scale.setY(now.doubleValue());
            // A transformation by 1 would still cost the snapping of edges to pixels.
            if (now.doubleValue() == 1) {
                content.getTransforms().clear();
            } else if (content.getTransforms().isEmpty()) {
                content.getTransforms().add(scale);
            }
            requestLayout();
        });
    }

    private double factor() {
        return zoom.getValue().doubleValue();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(-1) * factor();
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(-1) * factor();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * factor();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * factor();
    }
}
