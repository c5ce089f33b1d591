package dev.signalbox.wiring.config;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import dev.signalbox.wiring.config.ConsoleConfig.Memory;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes configurations of every shape, with names and texts that people who mean ill would choose.
final class ConsoleConfigs {

    private static final List<String> HOSTILE = List.of(
            "acme", "true", "null", "~", "1", "- a", "a: b", "a #b", "{x}", "[", "&a", "*a", "!t", "\"", "'", "\\n",
            "a\nb",
            "x\r\ntoken: vault", "\u202Eabc", "\u0000", "\uD83D\uDE00", "\u2028", " lead", "trail ", "a,b", "\tt", "%",
            "@");
    private static final List<String> PLACES =
            List.of("ca.pem", "a b", "x: y", "#1", "[z]", "it's", "say \"hi\"", "$HOME");

    private final Random random;
    private int serial;

    ConsoleConfigs(long seed) {
        random = new Random(seed);
    }

    /// One that can stand in a file.
    ConsoleConfig next() {
        List<CiAccount> accounts = new ArrayList<>();
        for (Connection.Kind kind : List.of(Connection.Kind.GITHUB, Connection.Kind.GITLAB)) {
            accounts.addAll(some(() -> account(kind)));
        }
        List<ClusterContext> clusters = some(this::cluster);
        if (accounts.isEmpty() && clusters.isEmpty()) {
            clusters = List.of(cluster());
        }
        Memory memory = maybe(() -> new Memory(
                Duration.ofDays(1 + random.nextInt(99_999)), Duration.ofDays(random.nextInt(99_999)),
                random.nextInt(999_999) * 1_000_000L));
        ReportRules reports = maybe(() -> new ReportRules(
                random.nextBoolean() ? ReportRules.USUAL.files() : texts(1), (long) random.nextInt(9999) << 20));
        return new ConsoleConfig(
                accounts, clusters, maybe(this::path), memory == null ? Memory.USUAL : memory,
                reports == null ? ReportRules.USUAL : reports, maybe(this::team));
    }

    private CiAccount account(Connection.Kind kind) {
        return new CiAccount(
                id(), kind, address(), source(), texts(0),
                random.nextBoolean() ? List.of() : List.of("acme/shop" + serial, "acme/platform/web.site"),
                maybe(this::address), maybe(this::path));
    }

    private ClusterContext cluster() {
        ConnectionId id = id();
        return new ClusterContext(
                id, some(this::path), random.nextBoolean() ? id.name() : text(), texts(1), texts(0),
                ClusterMark.values()[random.nextInt(ClusterMark.values().length)]);
    }

    private TeamRepository team() {
        boolean ssh = random.nextBoolean();
        List<Duration> times = List.of(
                Duration.ofSeconds(30), Duration.ofSeconds(9999), Duration.ofMinutes(170), Duration.ofHours(9999));
        return new TeamRepository(
                ssh ? "git@git.example.com:acme/board.git" : "https://git.example.com/acme/board.git",
                random.nextBoolean() ? "main" : "release/2.x", "ops/board-" + random.nextInt(9) + ".yaml",
                times.get(random.nextInt(times.size())), ssh ? null : maybe(this::source), maybe(this::proxy),
                maybe(this::path), maybe(this::text),
                random.nextBoolean() ? "Ann Archer <ann@example.com>" : null, maybe(this::path));
    }

    private TokenSource source() {
        return switch (random.nextInt(4)) {
            case 0 -> new TokenSource.Variable(text());
            case 1 -> new TokenSource.Vault();
            case 2 -> new TokenSource.Asked();
            default -> new TokenSource.Program(texts(1));
        };
    }

    private ConnectionId id() {
        return new ConnectionId(text() + serial++);
    }

    private Path path() {
        return Path.of("/srv", PLACES.get(random.nextInt(PLACES.size())), "f" + random.nextInt(9)).toAbsolutePath();
    }

    private String text() {
        String text = HOSTILE.get(random.nextInt(HOSTILE.size())) + HOSTILE.get(random.nextInt(HOSTILE.size()));
        return text.isBlank() ? "x" + text : text;
    }

    /// An address may be odd, but holds neither a password nor a query: such a one is refused.
    private String address() {
        return text().replaceAll("[@?#]", "-");
    }

    /// Another one is refused: without its proxy a team's file would not be read.
    private String proxy() {
        List<String> some = List.of(
                "http://proxy.example.com:3128", "https://proxy.example.com", "http://proxy", "http://[::1]:8080/");
        return some.get(random.nextInt(some.size()));
    }

    private List<String> texts(int least) {
        List<String> all = new ArrayList<>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            all.add(text());
        }
        return List.copyOf(all);
    }

    private <T> List<T> some(Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(one.get());
        }
        return List.copyOf(all);
    }

    private <T> @Nullable T maybe(Supplier<T> one) {
        return random.nextBoolean() ? one.get() : null;
    }
}
