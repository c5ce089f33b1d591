package dev.signalbox.bench;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// An X server with nothing on its screen and no window manager, which tells what is drawn.
public final class VirtualScreen implements AutoCloseable {

    /// Letters have soft edges: so many colours are text.
    private static final int TEXT = 8;
    private static final int BLACK = 1;

    /// Between the names of services and the right edge of a window of usual width.
    private static final int CELLS_FROM = 480;
    private static final int CELLS_TO = 1200;

    /// A look takes some milliseconds of a core, and the programs that are measured need both of two.
    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private final Process server;
    private final Path folder;
    private final Framebuffer pixels;
    private final String display;

    private VirtualScreen(Process server, Path folder, Framebuffer pixels, String display) {
        this.server = server;
        this.folder = folder;
        this.pixels = pixels;
        this.display = display;
    }

    /// Without `-noreset` the server begins anew when its last program goes, and makes the file of its pixels again. With it,
    /// the pointer stays on the screen, but for `-nocursor`.
    public static VirtualScreen open() throws IOException {
        Path folder = Files.createTempDirectory("signalbox-screen");
        Process server = new ProcessBuilder(List.of(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset",
                "-nocursor", "-fbdir", folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return seen(server, folder);
        } catch (IOException | RuntimeException unusable) {
            server.destroy();
            OwnProcess.delete(folder);
            throw unusable;
        }
    }

    private static VirtualScreen seen(Process server, Path folder) throws IOException {
        String number = Objects.requireNonNullElse(server.inputReader().readLine(), "");
        if (number.isBlank()) {
            throw new IOException("Xvfb did not start");
        }
        try (FileChannel file = FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
            Framebuffer pixels = new Framebuffer(
                    file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()).order(ByteOrder.BIG_ENDIAN));
            return new VirtualScreen(server, folder, pixels, ":" + number.strip());
        }
    }

    public String display() {
        return display;
    }

    /// Waits until there is text.
    void awaitText(Duration patience) throws IOException {
        await(() -> pixels.colours(TEXT) == TEXT, "no text", patience);
    }

    /// Waits until everything is gone.
    void awaitBlack(Duration patience) throws IOException {
        await(() -> pixels.colours(BLACK + 1) == BLACK, "still something", patience);
    }

    /// Waits until a table stands there whose cells are filled: so many lines of text in the middle of the screen.
    void awaitCells(int lines, Duration patience) throws IOException {
        await(() -> pixels.linesOfText(CELLS_FROM, CELLS_TO) >= lines, "no filled table", patience);
    }

    private static void await(BooleanSupplier reached, String otherwise, Duration patience) throws IOException {
        long begin = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new IOException("After " + patience.toSeconds() + " s there is " + otherwise + " on the screen");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        server.onExit().join();
        OwnProcess.delete(folder);
    }
}
