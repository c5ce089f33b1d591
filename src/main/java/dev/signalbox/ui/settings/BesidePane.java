package dev.signalbox.ui.settings;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Words and the control beside them: the control is as wide as it likes to be, the words wrap in what it leaves.
final class BesidePane extends Region {

    private static final double GAP = 24;
    private static final double LIKELY_WIDTH = 600;

    /// So that words are never a narrow column.
    private static final double MOST_OF_IT = 0.62;

    private final Region words;
    private final Region control;

    BesidePane(Region words, Region control) {
        this.words = words;
        this.control = control;
        getChildren().addAll(words, control);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double controlWidth(double width) {
        double liked = Math.max(control.minWidth(-1), control.prefWidth(-1));
        return Math.ceil(Math.min(liked, width * MOST_OF_IT));
    }

    @Override
    protected void layoutChildren() {
        double right = controlWidth(getWidth());
        double left = Math.max(0, getWidth() - right - GAP);
        place(words, 0, left);
        place(control, getWidth() - right, right);
    }

    private void place(Region part, double x, double width) {
        double height = Math.min(getHeight(), height(part, width));
        part.resizeRelocate(x, Math.round((getHeight() - height) / 2), width, height);
    }

    @Override
    protected double computePrefHeight(double given) {
        double width = given < 0 ? LIKELY_WIDTH : given;
        double right = controlWidth(width);
        return Math.max(height(words, Math.max(0, width - right - GAP)), height(control, right));
    }

    private static double height(Region part, double width) {
        return Math.max(part.minHeight(width), part.prefHeight(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LIKELY_WIDTH;
    }
}
