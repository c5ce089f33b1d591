package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.ui.bridge.FxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// A console with a window and nothing outside, in a process of its own. It tells when its window comes and goes, and
/// closes it as a person would whenever a certain file appears.
final class TrayConsole {

    static final String CLOSE = "close";

    private static final Duration OFTEN = Duration.ofMillis(20);

    private TrayConsole() {}

    static Folders folders(Path folder) throws IOException {
        Folders folders = Folders.below(folder.resolve("data"));
        folders.make();
        return folders;
    }

    /// @param arguments the folder, and the address of the session bus
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Folders folders = folders(folder);
        Machine machine = Machine.here().with(Map.of("DBUS_SESSION_BUS_ADDRESS", arguments[1]));
        HeldFolders held = new HeldFolders(folders, null);
        try (Toolkit toolkit = new Toolkit();
                Door door = new Door(Machine.here(), folders, "");
                dev.signalbox.wiring.Window window = new dev.signalbox.wiring.Window(
                        machine, folders, toolkit, new Departure(new Way.Own(), held, folders)).heardAt(door)) {
            window.run(null, new Nothing(folder.resolve(CLOSE)));
            System.out.println("ended");
        }
        System.exit(0);
    }

    private record Nothing(Path close) implements Connecting {

        @Override
        public void prepare(Engine engine) {
            // Nothing is connected.
        }

        @Override
        public void connect(Engine engine) {
            FxThread fx = new FxThread();
            fx.execute(() -> {
                Window window = Window.getWindows().getFirst();
                window.showingProperty().addListener((property, before, now) -> System.out
                        .println(now ? "shown" : "hidden"));
                engine.threads().every(OFTEN, () -> look(window, fx));
            });
        }

        private void look(Window window, FxThread fx) {
            try {
                if (Files.deleteIfExists(close)) {
                    fx.execute(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
                }
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        }
    }
}
