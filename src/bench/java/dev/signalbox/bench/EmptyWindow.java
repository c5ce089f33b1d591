package dev.signalbox.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that JavaFX can show; tells when it was drawn, and ends.
final class EmptyWindow {

    private EmptyWindow() {}

    public static void main(String... arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Label("Empty")), 1200, 800));
            stage.show();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (++pulses == 2) {
                        System.out.println("window");
                        System.out.flush();
                        Runtime.getRuntime().halt(0);
                    }
                }
            }.start();
        });
    }
}
