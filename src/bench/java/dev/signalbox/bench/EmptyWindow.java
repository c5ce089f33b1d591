package dev.signalbox.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that JavaFX can show; tells when it was drawn, and ends. With the argument `stay` it stays; with `once` it ends in
/// an orderly way, as a run must whose classes are recorded.
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
                        end(arguments.length == 0 ? "" : arguments[0]);
                    }
                }
            }.start();
        });
    }

    private static void end(String way) {
        switch (way) {
            case "stay" -> {}
            case "once" -> Platform.exit();
            default -> Runtime.getRuntime().halt(0);
        }
    }
}
