package dev.signalbox.ui.board;

import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The theme's colours for what is painted: invisible patches that the style sheet fills.
final class TileColours extends Group {

    private final Map<Tone, Region> strong = new EnumMap<>(Tone.class);
    private final Map<Tone, Region> weak = new EnumMap<>(Tone.class);
    private final Region ring = patch("ring");
    private final Region onStrong = patch("on-strong");

    /// @param changed told when the theme gave other colours
    TileColours(Runnable changed) {
        Present.when(this, false);
        for (Tone tone : Tone.values()) {
            strong.put(tone, patch(tone.style()));
            weak.put(tone, patch(tone.style(), "weak"));
        }
        getChildren().addAll(strong.values());
        getChildren().addAll(weak.values());
        getChildren().addAll(ring, onStrong);
        getChildren().forEach(patch -> ((Region) patch).backgroundProperty()
                .addListener((property, before, now) -> changed.run()));
    }

    Paint strong(Tone tone) {
        return fill(Objects.requireNonNull(strong.get(tone)));
    }

    Paint weak(Tone tone) {
        return fill(Objects.requireNonNull(weak.get(tone)));
    }

    Paint ring() {
        return fill(ring);
    }

    Paint onStrong() {
        return fill(onStrong);
    }

    private static Region patch(String... styles) {
        Region patch = new Region();
        patch.getStyleClass().add("tile-colour");
        patch.getStyleClass().addAll(styles);
        return patch;
    }

    private static Paint fill(Region patch) {
        Background background = patch.getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.GRAY
                : background.getFills().getFirst().getFill();
    }
}
