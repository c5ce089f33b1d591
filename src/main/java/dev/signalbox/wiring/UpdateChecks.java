package dev.signalbox.wiring;

import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.port.Updates;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.updates.FeedAddress;
import dev.signalbox.provider.updates.ReleaseFeed;
import dev.signalbox.ui.settings.updates.UpdatesPage;
import dev.signalbox.ui.words.TimeOfDay;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looking for newer versions of the console, made of an engine. In practice nothing outside is ever asked.
///
/// @param own the version that runs; absent where it runs from its build tree
record UpdateChecks(UpdateDesk desk, @Nullable Version own) {

    private static final String PRACTICE = "Practice reaches nothing outside, so nothing is looked for.";

    /// @param browser opens a page
    static UpdateChecks of(
            Engine engine, Machine machine, Executor fx, boolean practising,
            Consumer<URI> browser) {
        String running = AboutThis.here().version();
        UpdateDesk desk = new UpdateDesk(
                new SavedUpdates(engine.settings("updates.properties")),
                address -> feed(machine, engine.threads(), address), machine.clock(), engine.threads().workers(), fx,
                browser, practising ? PRACTICE : "");
        engine.threads().every(UpdateDesk.EVERY, desk::step);
        return new UpdateChecks(desk, running == null ? null : Version.parse(running).orElse(null));
    }

    /// Goes through the proxy that the environment names, as it belongs to no account that would have one of its own.
    static Updates feed(Machine machine, Threads threads, String address) {
        return ReleaseFeed.of(AccountHttp.of(
                machine, threads, FeedAddress.of(address), Credential.none(), proxy(machine), null));
    }

    private static @Nullable String proxy(Machine machine) {
        String small = machine.environment().getOrDefault("https_proxy", "");
        String proxy = small.isBlank() ? machine.environment().getOrDefault("HTTPS_PROXY", "") : small;
        return proxy.isBlank() ? null : proxy.strip();
    }

    UpdatesPage page(Machine machine, TimeOfDay clock) {
        return new UpdatesPage(desk, own, machine.clock(), clock);
    }

    /// Says a newer version once, when it is first heard of.
    ///
    /// @param say takes a sentence
    void tell(Consumer<String> say) {
        Version known = own;
        if (known != null) {
            desk.tell(known, found -> say.accept(words(found, known)));
        }
    }

    static String words(PublishedVersion found, Version own) {
        return "Version " + found.version() + " is published; this is " + own + ". See Settings, Updates.";
    }
}
