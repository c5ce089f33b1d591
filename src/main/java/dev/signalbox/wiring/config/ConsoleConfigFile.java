package dev.signalbox.wiring.config;

import dev.signalbox.domain.ConnectionId;
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

    private static final ConsoleConfig NOTHING = new ConsoleConfig(List.of(), List.of(), null);

    /// Reads the text of a configuration file.
    ///
    /// @param file where it lies: relative paths in it start from its folder
    /// @param home what `~` stands for
    public static ConsoleConfigFile read(String text, Path file, Path home) {
        Problems problems = new Problems(String.valueOf(file.getFileName()));
        ConsoleConfig config = NOTHING;
        try {
            Optional<YamlNode> root = YamlDoor.read(text, file.toString());
            if (root.isEmpty()) {
                problems.add(0, "the file is empty; begin with \"version: 1\"");
            } else {
                config = new Reader(problems, file, home, new HashSet<>()).config(root.get());
            }
        } catch (YamlProblem problem) {
            problems.add(0, String.valueOf(problem.getMessage()));
        }
        if (problems.sentences().isEmpty() && config.github().isEmpty() && config.clusters().isEmpty()) {
            problems.add(0, "no account and no cluster is named; add \"github:\" or \"clusters:\"");
        }
        return new ConsoleConfigFile(config, problems.sentences());
    }

    private record Reader(Problems problems, Path file, Path home, Set<String> names) {

        ConsoleConfig config(YamlNode root) {
            Optional<Fields> fields =
                    Fields.of(root, "the configuration", problems, "version", "github", "clusters", "board",
                            "memory", "reports");
            if (fields.isEmpty()) {
                return NOTHING;
            }
            Fields f = fields.get();
            f.required("version", "1").filter(v -> !v.equals("1")).ifPresent(
                    v -> problems.add(f.line(),
                            "version " + v + " is not known to this console; write \"version: 1\""));
            List<ConsoleConfig.GitHubAccount> github = new ArrayList<>();
            f.items("github").forEach(n -> account(n).ifPresent(github::add));
            List<ConsoleConfig.ClusterContext> clusters = new ArrayList<>();
            f.items("clusters").forEach(n -> cluster(n).ifPresent(clusters::add));
            return new ConsoleConfig(
                    List.copyOf(github), List.copyOf(clusters), f.text("board").map(this::path).orElse(null),
                    f.node("memory").flatMap(n -> MemoryFields.read(n, problems)).orElse(ConsoleConfig.Memory.USUAL),
                    f.node("reports").flatMap(this::reports).orElse(ReportRules.USUAL));
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

        private Optional<ConsoleConfig.GitHubAccount> account(YamlNode node) {
            return Fields.of(node, "a GitHub account", problems, "name", "url", "token-env", "owners", "proxy", "token")
                    .flatMap(f -> {
                        f.node("token").ifPresent(n -> problems.add(
                                n, "a token must not be in this file; put it into an environment variable"
                                        + " and write \"token-env: GITHUB_TOKEN\""));
                        Optional<String> variable = f.required("token-env", "GITHUB_TOKEN");
                        String name = f.text("name").orElse("github");
                        if (!isFresh(name, node) || variable.isEmpty()) {
                            return Optional.empty();
                        }
                        return Optional.of(new ConsoleConfig.GitHubAccount(
                                new ConnectionId(name),
                                f.text("url").orElse("https://api.github.com"),
                                variable.get(),
                                f.texts("owners"),
                                f.text("proxy").orElse(null)));
                    });
        }

        private Optional<ConsoleConfig.ClusterContext> cluster(YamlNode node) {
            return Fields.of(node, "a cluster", problems, "name", "kubeconfig", "context", "namespaces", "allow-exec")
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
                                f.texts("allow-exec")));
                    });
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
