package dev.signalbox.wiring.config;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import dev.signalbox.wiring.config.ConsoleConfig.Memory;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a configuration as the file that [ConsoleConfigFile] reads, for the first time; later [SavedConfig] changes it
/// only where it says something else.
public final class ConsoleConfigText {

    private static final String HEAD =
            "# Written by Signalbox. Change it in its settings, or here: what you write stays, and it reads the\n"
                    + "# file when it starts. It holds no secret.\n";

    private static final long MEGABYTE = 1_000_000;

    private ConsoleConfigText() {}

    /// The text of the file. It was read back before it is returned: nothing is written that would be read as something
    /// else. Accounts of one kind stand together, in their order.
    ///
    /// @throws IllegalArgumentException when this configuration cannot stand in a file: a relative path, an empty name, two
    ///     connections of one name; the message says which
    public static String write(ConsoleConfig config) {
        String text = HEAD + lines(config, false);
        // Paths are absolute, so where the file lies does not matter.
        Path anywhere = Path.of("console.yaml").toAbsolutePath();
        ConsoleConfigFile back = ConsoleConfigFile.read(text, anywhere, anywhere);
        if (!back.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", back.problems()));
        }
        if (!Objects.equals(back.config(), sorted(config))) {
            throw new IllegalArgumentException("This configuration would be read as another one.");
        }
        return text;
    }

    /// The same without looking whether it can stand in a file, and with what is as usual.
    static String every(ConsoleConfig config) {
        return lines(config, true).toString();
    }

    private static YamlLines lines(ConsoleConfig config, boolean usual) {
        YamlLines lines = new YamlLines().text("version", "1");
        lines.items("github", of(config, Connection.Kind.GITHUB), (a, to) -> account(a, "owners", to));
        lines.items("gitlab", of(config, Connection.Kind.GITLAB), (a, to) -> account(a, "groups", to));
        lines.items("clusters", config.clusters(), ConsoleConfigText::cluster);
        lines.maybe("board", config.board());
        if (usual || !config.memory().equals(Memory.USUAL)) {
            lines.mapping("memory", to -> memory(config.memory(), to));
        }
        if (usual || !config.reports().equals(ReportRules.USUAL)) {
            lines.mapping("reports", to -> to
                    .texts("files", config.reports().files())
                    .text("most-megabytes", String.valueOf(config.reports().mostBytes() >> 20)));
        }
        TeamRepository team = config.team();
        if (team != null) {
            lines.mapping("team-file", to -> team(team, to));
        }
        return lines;
    }

    /// As it is read back: accounts of one kind stand together.
    static ConsoleConfig sorted(ConsoleConfig config) {
        return config.with(Stream.of(Connection.Kind.GITHUB, Connection.Kind.GITLAB)
                .flatMap(k -> of(config, k).stream())
                .toList());
    }

    private static List<CiAccount> of(ConsoleConfig config, Connection.Kind kind) {
        return config.accounts().stream().filter(account -> account.kind() == kind).toList();
    }

    private static void account(CiAccount account, String owners, YamlLines to) {
        to.text("name", account.id().name()).text("url", account.url());
        token(account.token(), to);
        to.texts(owners, account.owners()).texts("repositories", account.repositories()).maybe("proxy", account.proxy())
                .maybe("ca-file", account.authority());
    }

    private static void token(@Nullable TokenSource source, YamlLines to) {
        switch (source) {
            case null -> {}
            case TokenSource.Variable(String name) -> to.text("token-env", name);
            case TokenSource.Vault vault -> to.text("token", "vault");
            case TokenSource.Asked asked -> to.text("token", "ask");
            case TokenSource.Program(List<String> line) -> to.texts("token-command", line);
        }
    }

    private static void cluster(ClusterContext cluster, YamlLines to) {
        to.text("name", cluster.id().name())
                .texts("kubeconfig", cluster.kubeconfig())
                .unless(cluster.id().name(), "context", cluster.context())
                .texts("namespaces", cluster.namespaces())
                .texts("allow-exec", cluster.allowedCommands())
                .flag("production", cluster.mark().isProduction())
                .flag("act", cluster.mark() == ClusterMark.PRODUCTION_ACTING);
    }

    private static void memory(Memory memory, YamlLines to) {
        to.text("runs", memory.runs().toDays() + " days")
                .text("backfill", memory.backfill().toDays() + " days")
                .text("logs", memory.logs() / MEGABYTE + " MB");
    }

    private static void team(TeamRepository team, YamlLines to) {
        to.text("repository", team.repository())
                .text("branch", team.branch())
                .text("path", team.path())
                .text("every", every(team.every()));
        token(team.token(), to);
        to.maybe("proxy", team.proxy()).maybe("ca-file", team.authority())
                .maybe("account", team.account()).maybe("author", team.author()).maybe("begin-with", team.beginning());
    }

    private static String every(Duration every) {
        if (every.toSeconds() < 10_000) {
            return every.toSeconds() + " seconds";
        }
        return every.toMinutes() < 10_000 ? every.toMinutes() + " minutes" : every.toHours() + " hours";
    }
}
