package dev.signalbox.wiring;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.signalbox.desktop.Folders;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The practice team, and the console with its window watching it, on a clock that runs many times faster. Tells every
/// ten minutes of that time what it holds: live heap, platform threads, open files.
public final class TimeLapse {

    private static final Duration SAMPLE = Duration.ofMinutes(10);
    private static final List<String> SCREENS = List.of("board", "runs", "approvals", "activity");

    private TimeLapse() {}

    /// @param arguments a folder for the files, how many times faster, how many hours, and whether a console watches
    public static void main(String... arguments) throws Exception {
        Folders folders = Folders.below(Path.of(arguments[0])).forPractice();
        folders.make();
        int speed = Integer.parseInt(arguments[1]);
        Duration lasts = Duration.ofHours(Integer.parseInt(arguments[2]));
        Machine here = Machine.here();
        Instant began = here.clock().instant();
        long start = System.nanoTime();
        Machine machine = new Machine(
                here.system(), here.environment(), here.home(),
                () -> began.plusNanos((System.nanoTime() - start) * speed), here.ticker(), here.random(),
                here.operator());
        try (Practice practice = Practice.make(machine, folders, threads("practice", speed))) {
            if (Boolean.parseBoolean(arguments[3])) {
                watch(machine, folders, practice, speed, lasts);
            } else {
                practice.team().start();
                pass(lasts, speed, sample -> {});
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static Threads threads(String whose, int speed) {
        return new Threads(new FastTicks(whose + " ticks", speed), new FastTicks(whose + " turns", speed));
    }

    private static void watch(Machine machine, Folders folders, Practice practice, int speed, Duration lasts)
            throws IOException, InterruptedException {
        FxThread fx = new FxThread();
        fx.start(() -> {});
        FxWork work = new FxWork(fx);
        try (Engine engine = Engine.open(machine, folders, threads("console", speed))) {
            practice.prepare(engine);
            ConsoleUi ui = work.call(() -> new ConsoleUi(engine, fx, machine, practice, null));
            work.run(() -> {
                Scene scene = new Scene(ui.shell().root(), 1440, 900);
                Theme.DARK.applyTo(scene);
                Stage stage = new Stage();
                stage.setScene(scene);
                stage.show();
            });
            practice.connect(engine);
            pass(lasts, speed, sample -> work.run(
                    () -> ui.navigation().go(new Place.AtScreen(SCREENS.get(sample % SCREENS.size())))));
        }
    }

    private static void pass(Duration lasts, int speed, Step step) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int sample = 1; SAMPLE.multipliedBy(sample).compareTo(lasts) <= 0; sample++) {
            if (never.await(SAMPLE.toNanos() / speed, TimeUnit.NANOSECONDS)) {
                return;
            }
            step.take(sample);
            tell(sample);
        }
    }

    private static void tell(int sample) {
        // Twice, since what the first one lets go of may hold more.
        System.gc();
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024.0 * 1024);
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        System.out.printf(Locale.ROOT, "sample %d %.3f %d %d%n", sample * SAMPLE.toMinutes(), heap,
                ManagementFactory.getThreadMXBean().getThreadCount(), files);
        System.out.flush();
    }

    /// What a person does now and then.
    private interface Step {
        void take(int sample) throws IOException;
    }
}
