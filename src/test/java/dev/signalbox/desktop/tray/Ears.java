package dev.signalbox.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hears what becomes of an icon.
final class Ears implements TrayOwner {

    private static final long PATIENCE = 60;

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<TrayStanding> standings = new LinkedBlockingQueue<>();

    @Override
    public void opened(String link) {
        heard.add("open " + link);
    }

    @Override
    public void quit() {
        heard.add("quit");
    }

    @Override
    public void stands(TrayStanding standing) {
        standings.add(standing);
    }

    /// The next thing that was heard.
    @Nullable
    String next() throws InterruptedException {
        return heard.poll(PATIENCE, TimeUnit.SECONDS);
    }

    /// How the icon stands next.
    TrayStanding standing() throws InterruptedException {
        TrayStanding next = standings.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(next).as("something was told").isNotNull();
        return next == null ? new TrayStanding(false, "") : next;
    }
}
