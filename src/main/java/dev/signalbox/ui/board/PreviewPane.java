package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.TokenColours;
import dev.signalbox.ui.words.Durations;
import java.time.Instant;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// The board as it stood last time, painted while the console opens. Nothing can be pressed on it, and it says so. It has
/// neither controls nor style sheets, which take most of a start.
final class PreviewPane extends Region {

    private final Canvas canvas = new Canvas();
    private final PreviewPainter painter;
    private final double zoom;

    /// @param tokens the colours of the theme in force
    /// @param appearance the size and the density in force
    /// @param now the time that ages count to
    PreviewPane(BoardPreview preview, TokenColours tokens, Appearance appearance, Instant now) {
        zoom = appearance.percent() / 100.0;
        painter = new PreviewPainter(
                preview, tokens, appearance.density() == Appearance.Density.COMPACT, now);
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words(preview, now));
    }

    /// What a person is told: that it is not current, and that the console opens.
    static String words(BoardPreview preview, Instant now) {
        return "As it stood " + Durations.ago(preview.at(), now) + ", not current. Opening…";
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            painter.paint(canvas.getGraphicsContext2D(), getWidth(), getHeight(), zoom);
        }
    }
}
