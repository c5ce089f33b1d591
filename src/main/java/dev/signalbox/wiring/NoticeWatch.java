package dev.signalbox.wiring;

import dev.signalbox.desktop.Notification;
import dev.signalbox.desktop.Notifications;
import dev.signalbox.state.Store;
import dev.signalbox.ui.notice.NoticeTeller;
import dev.signalbox.ui.notice.Told;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// Looks for news every few seconds and has the desktop tell them; where the desktop shows no notifications, the window
/// does, and says so once.
final class NoticeWatch implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(2);

    /// So that a person sees whether and how one comes.
    static final Told TEST = new Told(
            "This is a test", "So the console tells what is news. A click shows the board.", "signalbox://board");

    private static final Told NO_DESKTOP = new Told(
            "Your desktop shows no notifications",
            "So the window tells what is news in this corner. “Notifications” in the settings says more.", "");

    private final Notifications desktop;
    private final BiConsumer<Told, Boolean> window;
    private final Executor workers;
    private final OneLook look;
    private final AtomicBoolean complained = new AtomicBoolean();

    /// @param window tells something in the window, on any thread; whether a click leads somewhere
    /// @param workers where is looked and told: both may block
    NoticeWatch(
            Store store, InstantSource clock, SavedNotices saved, Notifications desktop,
            BiConsumer<Told, Boolean> window, Executor workers) {
        this.desktop = desktop;
        this.window = window;
        this.workers = workers;
        NoticeTeller teller = new NoticeTeller(saved::wishes, this::tell);
        look = new OneLook(() -> teller.look(store.current(), clock.instant()), workers);
    }

    /// Looks once, on a worker, unless the last look is still going on.
    void look() {
        look.take();
    }

    /// Tells something that is no news, whatever a person's wishes; on a worker.
    void say(Told told) {
        workers.execute(() -> tell(told));
    }

    private void tell(Told told) {
        if (desktop.show(new Notification(told.heading(), told.words(), told.link()))) {
            return;
        }
        if (complained.compareAndSet(false, true)) {
            window.accept(NO_DESKTOP, false);
        }
        window.accept(told, true);
    }

    @Override
    public void close() {
        desktop.close();
    }
}
