package dev.signalbox.wiring;

import dev.signalbox.desktop.tray.TrayOwner;
import dev.signalbox.desktop.tray.TrayStanding;
import dev.signalbox.ui.notice.Told;
import dev.signalbox.ui.shell.ConsoleWindow;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Does what a person wants of the icon in the tray: all of it leads to the window, or ends the console as closing the
/// window does. When the tray goes while the window is out of sight, the window comes back, so that there is always a door.
final class TrayDesk implements TrayOwner {

    private static final Told EXPLANATION = new Told(
            "Signalbox goes on in the tray",
            "It keeps watching and tells you what is news. Its icon brings the window back, and “Quit” in its menu ends it.",
            "signalbox://board");

    private final ConsoleWindow window;
    private final SavedClosing closing;
    private final Consumer<String> follow;
    private final Executor fx;

    /// @param follow goes where a link leads; on the screen's thread
    /// @param tell tells something outside of the window
    TrayDesk(
            ConsoleWindow window, SavedClosing closing, Consumer<String> follow, Consumer<Told> tell, Executor fx) {
        this.window = window;
        this.closing = closing;
        this.follow = follow;
        this.fx = fx;
        window.hideWhile(closing::hides, () -> {
            if (closing.explains()) {
                tell.accept(EXPLANATION);
            }
        });
    }

    @Override
    public void opened(String link) {
        fx.execute(() -> {
            window.comeToFront();
            follow.accept(link);
        });
    }

    @Override
    public void quit() {
        fx.execute(window::close);
    }

    @Override
    public void stands(TrayStanding standing) {
        fx.execute(() -> {
            closing.stands(standing);
            if (!standing.there() && window.isOutOfSight()) {
                window.comeToFront();
            }
        });
    }
}
