package dev.signalbox.ui.bridge;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Ticks once a second on the screen's thread, so that ages on the screen grow while nothing else happens.
public final class Heartbeat {

    private final Timeline timeline;

    public Heartbeat(Runnable beat) {
        timeline = new Timeline(new KeyFrame(Duration.seconds(1), done -> beat.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    public void start() {
        timeline.play();
    }

    public void stop() {
        timeline.stop();
    }
}
