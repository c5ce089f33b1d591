package dev.signalbox.wiring;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// For how long nobody has used the console. What happens in a menu or another popup is not seen, so one that is open is use.
/// On the screen's thread.
///
/// @param idle for how long nobody has pressed or moved anything in a window
/// @param windows those that show
record Untouched(Supplier<Duration> idle, Supplier<List<Window>> windows) implements Supplier<Duration> {

    @Override
    public Duration get() {
        return windows.get().stream().anyMatch(PopupWindow.class::isInstance) ? Duration.ZERO : idle.get();
    }
}
