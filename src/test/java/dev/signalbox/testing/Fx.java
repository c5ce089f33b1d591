package dev.signalbox.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The toolkit for tests: started once, headless; everything on its thread, nothing waits by the clock.
public final class Fx {

    private static final long PATIENCE_SECONDS = 30;

    private Fx() {}

    /// Starts the toolkit unless it runs already.
    public static void start() {
        // A failure reaches the test that caused it, and is told there.
        WaitForAsyncUtils.printException = false;
        OwnFailures.heardAlone();
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("The toolkit did not start", e);
        }
        run(() -> {
            Theme.loadFonts();
            return true;
        });
    }

    /// Runs work on the screen's thread and gives its result; then lets everything that it caused happen. Asked for its
    /// bounds, a node works them out: elsewhere, beside the screen's thread, that breaks its window for good.
    public static <T> T run(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(SECONDS.toMillis(PATIENCE_SECONDS), work);
        // What the work put at the end of the queue, and what that put there in its turn.
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForAsyncFx(SECONDS.toMillis(PATIENCE_SECONDS), () -> true);
        }
        return result;
    }

    /// The same without a result.
    public static void act(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    /// Waits until the condition holds, for at most half a minute: machines are busy.
    public static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not come to pass within " + PATIENCE_SECONDS + " s", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Lets so many frames pass: on a busy machine the first one comes late, and does what was left to it only then.
    public static void frames(int count) {
        CountDownLatch passed = new CountDownLatch(count);
        AnimationTimer timer = run(() -> {
            AnimationTimer counting = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    passed.countDown();
                }
            };
            counting.start();
            return counting;
        });
        await(() -> passed.getCount() == 0);
        act(timer::stop);
    }

    /// Shows a root in a stage at the corner of the headless screen, which measures 1000 by 1000.
    public static Stage show(Supplier<? extends Parent> root, double width, double height) {
        return run(() -> {
            Stage stage = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(root.get(), width, height);
            Theme.DARK.applyTo(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            // As after the first frame: until then controls have no skins, and hear nothing.
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return stage;
        });
    }

    /// A picture of a root at any size, without a stage.
    public static void picture(Supplier<? extends Parent> root, Theme theme, double width, double height, Path file) {
        run(() -> {
            Snapshots.write(root.get(), theme, width, height, file);
            return true;
        });
    }
}
