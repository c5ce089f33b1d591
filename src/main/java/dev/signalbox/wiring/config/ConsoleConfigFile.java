package dev.signalbox.wiring.config;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the console's configuration file.
///
/// @param config as far as it could be understood
/// @param problems what could not, a sentence each with its line
public record ConsoleConfigFile(ConsoleConfig config, List<String> problems) {

    /// What is said of a file that names nothing.
    static final String NONE = "no account and no cluster is named";

    /// What is wrong with it, beside that it names nothing to connect to.
    public List<String> faults() {
        return problems.stream().filter(problem -> !problem.contains(NONE)).toList();
    }

    /// Reads the text of a configuration file.
    ///
    /// @param file where it lies: relative paths in it start from its folder
    /// @param home what `~` stands for
    public static ConsoleConfigFile read(String text, Path file, Path home) {
        Problems problems = new Problems(String.valueOf(file.getFileName()));
        ConsoleConfig config = ConsoleConfig.NOTHING;
        try {
            Optional<YamlNode> root = YamlDoor.read(text, file.toString());
            if (root.isEmpty()) {
                problems.add(0, "the file is empty; begin with \"version: 1\"");
            } else {
                // The token of the team file goes by that name, so no connection may.
                Set<String> taken = new HashSet<>(Set.of(ConsoleConfig.TeamRepository.NAME));
                config = new Reader(problems, file, home, taken).config(root.get());
            }
        } catch (YamlProblem problem) {
            problems.add(0, String.valueOf(problem.getMessage()));
        }
        if (problems.sentences().isEmpty() && config.isUnconnected()) {
            problems.add(0, NONE + "; add \"github:\", \"gitlab:\" or \"clusters:\"");
        }
        return new ConsoleConfigFile(config, problems.sentences());
    }

    /// How the accounts of one kind are written.
    ///
    /// @param owners key under which those stand whose repositories are shown
    private record Form(Connection.Kind kind, String words, String name, String url, String variable, String owners) {}

    private static final Form GITHUB = new Form(
            Connection.Kind.GITHUB, "a GitHub account", "github", "https://api.github.com", "GITHUB_TOKEN", "owners");

    private static final Form GITLAB = new Form(
            Connection.Kind.GITLAB, "a GitLab account", "gitlab", "https://gitlab.com", "GITLAB_TOKEN", "groups");

    private record Reader(Problems problems, Path file, Path home, Set<String> names) {

        ConsoleConfig config(YamlNode root) {
            Optional<Fields> fields =
                    Fields.of(root, "the configuration", problems, "version", "github", "gitlab", "clusters",
                            "board", "memory", "reports", "team-file");
            if (fields.isEmpty()) {
                return ConsoleConfig.NOTHING;
            }
            Fields f = fields.get();
            f.required("version", "1").filter(v -> !v.equals("1")).ifPresent(
                    v -> problems.add(f.line(),
                            "version " + v + " is not known to this console; write \"version: 1\""));
            List<ConsoleConfig.CiAccount> accounts = new ArrayList<>();
            f.items("github").forEach(n -> account(n, GITHUB).ifPresent(accounts::add));
            f.items("gitlab").forEach(n -> account(n, GITLAB).ifPresent(accounts::add));
            List<ConsoleConfig.ClusterContext> clusters = new ArrayList<>();
            f.items("clusters").forEach(n -> cluster(n).ifPresent(clusters::add));
            return new ConsoleConfig(
                    List.copyOf(accounts), List.copyOf(clusters), f.text("board").map(this::path).orElse(null),
                    f.node("memory").flatMap(n -> MemoryFields.read(n, problems)).orElse(ConsoleConfig.Memory.USUAL),
                    f.node("reports").flatMap(this::reports).orElse(ReportRules.USUAL),
                    f.node("team-file").flatMap(n -> TeamFileFields.read(n, problems, this::path)).orElse(null));
        }

        private Optional<ReportRules> reports(YamlNode node) {
            return Fields.of(node, "\"reports\"", problems, "files", "most-megabytes").map(f -> {
                List<String> files = f.texts("files");
                long most = f.text("most-megabytes").map(text -> megabytes(text, node)).orElse(
                        ReportRules.USUAL.mostBytes());
                return new ReportRules(files.isEmpty() ? ReportRules.USUAL.files() : files, most);
            });
        }

        private long megabytes(String text, YamlNode node) {
            if (text.matches("\\d{1,4}")) {
                return Long.parseLong(text) << 20;
            }
            problems.add(node, "\"most-megabytes\" is \"" + text + "\"; write a number up to 9999");
            return ReportRules.USUAL.mostBytes();
        }

        private Optional<ConsoleConfig.CiAccount> account(YamlNode node, Form form) {
            return Fields.of(
                    node, form.words(), problems, "name", "url", "token-env", form.owners(), "repositories", "proxy",
                    "ca-file", "token", "token-command")
                    .flatMap(f -> {
                        Optional<ConsoleConfig.TokenSource> token = TokenFields.read(f, problems, form.variable());
                        String name = f.text("name").orElse(form.name());
                        boolean bare = BareAddress.all(f, problems, "url", "proxy");
                        if (!isFresh(name, node) || token.isEmpty() || !bare) {
                            return Optional.empty();
                        }
                        return Optional.of(new ConsoleConfig.CiAccount(
                                new ConnectionId(name),
                                form.kind(),
                                f.text("url").orElse(form.url()),
                                token.get(),
                                f.texts(form.owners()),
                                repositories(f),
                                f.text("proxy").orElse(null),
                                f.text("ca-file").map(this::path).orElse(null)));
                    });
        }

        private List<String> repositories(Fields f) {
            List<String> names = f.texts("repositories");
            names.stream().filter(name -> !RepositoryPicks.isName(name)).forEach(odd -> problems.add(
                    f.line(), "\"repositories\" names \"" + odd + "\"; write owner and name: \"acme/checkout\""));
            return names.stream().filter(RepositoryPicks::isName).toList();
        }

        private Optional<ConsoleConfig.ClusterContext> cluster(YamlNode node) {
            return Fields.of(node, "a cluster", problems, "name", "kubeconfig", "context", "namespaces", "allow-exec",
                    "production", "act")
                    .flatMap(f -> {
                        Optional<String> name = f.required("name", "prod-eu");
                        List<String> namespaces = f.texts("namespaces");
                        if (namespaces.isEmpty()) {
                            problems.add(f.line(),
                                    "a cluster has no \"namespaces\"; write \"namespaces: [production]\"");
                        }
                        if (name.isEmpty() || namespaces.isEmpty() || !isFresh(name.get(), node)) {
                            return Optional.empty();
                        }
                        return Optional.of(new ConsoleConfig.ClusterContext(
                                new ConnectionId(name.get()),
                                f.texts("kubeconfig").stream().map(this::path).toList(),
                                f.text("context").orElse(name.get()),
                                namespaces,
                                f.texts("allow-exec"),
                                mark(f)));
                    });
        }

        private ClusterMark mark(Fields f) {
            boolean acts = f.flag("act", false);
            if (f.protects("production", false)) {
                return acts ? ClusterMark.PRODUCTION_ACTING : ClusterMark.PRODUCTION_READ_ONLY;
            }
            if (f.node("act").isPresent()) {
                problems.add(f.line(), "\"act\" is for clusters with \"production: true\"; others act anyhow");
            }
            return ClusterMark.ORDINARY;
        }

        private boolean isFresh(String name, YamlNode node) {
            if (!names.add(name)) {
                problems.add(node, "two connections are called \"" + name + "\"; give each its own name");
                return false;
            }
            return true;
        }

        private Path path(String text) {
            if (text.equals("~") || text.startsWith("~/")) {
                return home.resolve(text.length() > 2 ? text.substring(2) : "").normalize();
            }
            Path folder = file.toAbsolutePath().getParent();
            return (folder == null ? Path.of(text) : folder.resolve(text)).normalize();
        }
    }
}
