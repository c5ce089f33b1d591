package dev.signalbox.wiring;

import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.port.Updates;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.updates.FeedAddress;
import dev.signalbox.provider.updates.ReleaseFeed;
import dev.signalbox.ui.settings.updates.UpdatesPage;
import dev.signalbox.ui.words.TimeOfDay;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looking for newer versions of the console, made of an engine. In practice nothing outside is ever asked.
///
/// @param own the version that runs; absent where it runs from its build tree
record UpdateChecks(UpdateDesk desk, @Nullable Version own) {

    private static final String PRACTICE = "Practice reaches nothing outside, so nothing is looked for.";

    /// @param config what is connected; absent where nothing is
    /// @param browser opens a page
    static UpdateChecks of(
            Engine engine, Machine machine, Executor fx, boolean practising, @Nullable ConsoleConfig config,
            Consumer<URI> browser) {
        String running = AboutThis.here().version();
        UpdateDesk desk = new UpdateDesk(
                new SavedUpdates(engine.settings("updates.properties")),
                address -> feed(machine, engine.threads(), address, config), machine.clock(),
                engine.threads().workers(), fx,
                browser, practising ? PRACTICE : "");
        engine.threads().every(UpdateDesk.EVERY, desk::step);
        return new UpdateChecks(desk, running == null ? null : Version.parse(running).orElse(null));
    }

    /// Goes the way that the accounts go, without any credential of theirs: as the account at the same host; else through
    /// the proxy that all accounts with a proxy share; else through the one that the environment names.
    static Updates feed(Machine machine, Threads threads, String address, @Nullable ConsoleConfig config) {
        BaseUrl base = FeedAddress.of(address);
        Route route = route(base.origin().host(), config).orElseGet(() -> new Route(fromEnvironment(machine), null));
        return ReleaseFeed.of(AccountHttp.of(
                machine, threads, base, Credential.none(), route.proxy(), route.authority()));
    }

    /// How a server is reached.
    record Route(@Nullable String proxy, @Nullable Path authority) {}

    /// @param host that is asked
    static Optional<Route> route(String host, @Nullable ConsoleConfig config) {
        if (config == null) {
            return Optional.empty();
        }
        List<CiAccount> named = config.accounts().stream().filter(a -> !a.isAddressedByTeam()).toList();
        List<Route> same = routes(named.stream().filter(a -> plain(host(a.url())).equals(plain(host))));
        List<Route> all = routes(config.accounts().stream());
        if (same.size() == 1) {
            return Optional.of(same.getFirst());
        }
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static List<Route> routes(Stream<CiAccount> accounts) {
        return accounts.filter(account -> account.proxy() != null)
                .map(account -> new Route(account.proxy(), account.authority()))
                .distinct()
                .toList();
    }

    private static String host(String url) {
        try {
            return BaseUrl.parse(url).origin().host();
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }

    /// Pages and API of a provider are on two hosts.
    private static String plain(String host) {
        return host.replaceFirst("^(api|www)\\.", "");
    }

    private static @Nullable String fromEnvironment(Machine machine) {
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
