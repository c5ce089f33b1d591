package dev.signalbox.ui.about;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.widget.Layer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// The about box over the window, and the palette's way to it.
public final class AboutBox implements Layer, PaletteSource {

    private final Supplier<String> licences;
    private final Executor workers;
    private final Executor screen;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final AboutView view;
    private boolean asked;

    /// @param product the program with its version
    /// @param runsOn what it runs on: Java, JavaFX, the system
    /// @param licences reads what others wrote and under which licence; asked once, when the box first opens
    /// @param workers may be kept waiting
    /// @param screen runs on the screen's thread
    public AboutBox(
            String product, List<String> runsOn, Supplier<String> licences, Executor workers, Executor screen) {
        this.licences = licences;
        this.workers = workers;
        this.screen = screen;
        view = new AboutView(product, runsOn, this::dismiss);
    }

    @Override
    public List<PaletteEntry> entries(ConsoleState state, Instant now) {
        return List.of(new PaletteEntry(
                PaletteEntry.Kind.ACTION, "About Signalbox", "Version and licences", this::show));
    }

    private void show() {
        open.set(true);
        if (!asked) {
            asked = true;
            workers.execute(() -> {
                List<String> lines = licences.get().lines().toList();
                screen.execute(() -> view.show(lines));
            });
        }
    }

    @Override
    public Region node() {
        return view;
    }

    @Override
    public ObservableValue<Boolean> open() {
        return open;
    }

    @Override
    public void dismiss() {
        open.set(false);
    }

    @Override
    public void takeFocus() {
        view.takeFocus();
    }
}
