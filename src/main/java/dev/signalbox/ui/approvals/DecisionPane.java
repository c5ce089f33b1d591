package dev.signalbox.ui.approvals;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The comment and the two buttons in one line, or the comment above them where the buttons' words leave it no room.
final class DecisionPane extends Pane {

    private static final double GAP = 10;
    private static final double LEAST_COMMENT = 260;

    private final TextField comment;
    private final Button reject;
    private final Button approve;

    DecisionPane(TextField comment, Button reject, Button approve) {
        this.comment = comment;
        this.reject = reject;
        this.approve = approve;
        getChildren().addAll(comment, reject, approve);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_COMMENT + GAP + buttons();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = Math.max(height(reject), height(approve));
        double field = height(comment);
        return isStacked(width) ? field + GAP + line : Math.max(line, field);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean stacked = isStacked(width);
        double field = height(comment);
        comment.resizeRelocate(0, 0, stacked ? width : width - GAP - buttons(), field);
        double top = stacked ? field + GAP : 0;
        double most = (width - GAP) / 2;
        double right = put(approve, width, top, stacked ? most : width);
        put(reject, right - GAP, top, stacked ? most : width);
    }

    private static double put(Button button, double right, double top, double most) {
        double width = Math.min(snapped(button), most);
        button.resizeRelocate(right - width, top, width, height(button));
        return right - width;
    }

    private boolean isStacked(double width) {
        return width >= 0 && width < LEAST_COMMENT + GAP + buttons();
    }

    private double buttons() {
        return snapped(reject) + GAP + snapped(approve);
    }

    private static double snapped(Button button) {
        return Math.ceil(button.prefWidth(-1));
    }

    /// A style sheet may ask for more than the words need.
    private static double height(Region control) {
        return Math.max(control.minHeight(-1), control.prefHeight(-1));
    }
}
