package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

/// The console on the practice team, which tells on its standard output when its window, the board's rows and the first
/// version in them have been drawn. Then it ends. It goes the rounds that a user's start goes, but reads no command line
/// and looks for no display: a bench has none.
public final class FirstWindow {

    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private FirstWindow() {}

    /// @param arguments a folder for the console's files
    public static void main(String... arguments) throws IOException {
        Thread.ofPlatform().daemon().start(FirstWindow::watch);
        Folders real = Folders.below(Path.of(arguments[0]));
        HeldFolders held = HeldFolders.take(real.forPractice()).orElseThrow();
        try (Toolkit toolkit = new Toolkit()) {
            new Rounds(Machine.here(), real, toolkit).run(new Way.Practise(), held);
        }
    }

    /// Waits for the toolkit, then looks at every pulse.
    private static void watch() {
        while (true) {
            try {
                Platform.runLater(() -> new Looking().start());
                return;
            } catch (IllegalStateException notYet) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
    }

    /// What is seen in one pulse was drawn by the end of it, so it is told in the next.
    private static final class Looking extends AnimationTimer {

        private static final List<String> SIGNS = List.of("window", ".board-line", ".board-version");
        private int told;
        private int seen;

        @Override
        public void handle(long now) {
            while (told < seen) {
                System.out.println(SIGNS.get(told++));
                System.out.flush();
            }
            if (told == SIGNS.size()) {
                Runtime.getRuntime().halt(0);
            }
            while (seen < SIGNS.size() && isThere(SIGNS.get(seen))) {
                seen++;
            }
        }

        private static boolean isThere(String sign) {
            return Window.getWindows().stream()
                    .filter(Window::isShowing)
                    .anyMatch(window -> sign.equals("window")
                            || window.getScene().getRoot().lookupAll(sign).stream().anyMatch(Looking::isVisible));
        }

        private static boolean isVisible(Node node) {
            return node.isVisible() && node.getScene() != null && (!(node instanceof Labeled labeled)
                    || labeled.getText().chars().anyMatch(Character::isDigit));
        }
    }
}
