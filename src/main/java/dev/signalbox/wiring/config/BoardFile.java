package dev.signalbox.wiring.config;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentNames;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the file that describes the board. What is wrong is said with its line; what is right is used all the same.
///
/// @param spec the board as far as it could be understood
/// @param problems what could not, a sentence each
/// @param strangers those of the problems that only this console's configuration makes: on another it may be right
/// @param omitted those of the strangers that the board goes without
public record BoardFile(BoardSpec spec, List<String> problems, List<String> strangers, List<String> omitted) {

    private static final int MOST_SERVICES = 5_000;
    private static final int MOST_ENVIRONMENTS = 100;

    /// What is wrong on every console.
    public List<String> faults() {
        return problems.stream().filter(problem -> !strangers.contains(problem)).toList();
    }

    /// What would be gone if the file were written anew from the board.
    public List<String> losses() {
        return problems.stream().filter(problem -> !strangers.contains(problem) || omitted.contains(problem)).toList();
    }

    /// Reads the text of a board file.
    ///
    /// @param name what the file is called in complaints
    /// @param ci connection of repositories that do not name one (`owner/name` instead of `connection:owner/name`)
    /// @param clusters names that targets may use
    public static BoardFile read(String text, String name, Optional<ConnectionId> ci, Set<ConnectionId> clusters) {
        Map<ConnectionId, List<String>> watched = new LinkedHashMap<>();
        clusters.forEach(cluster -> watched.put(cluster, List.of()));
        return read(text, name, ci, watched);
    }

    /// The same where it is known what of the clusters is watched.
    ///
    /// @param clusters those that targets may name, with their namespaces that are watched; none where any may be
    public static BoardFile read(
            String text, String name, Optional<ConnectionId> ci, Map<ConnectionId, List<String>> clusters) {
        Problems problems = new Problems(name);
        Problems strangers = new Problems(name);
        Problems omitted = new Problems(name);
        BoardSpec spec = BoardSpec.EMPTY;
        try {
            Optional<YamlNode> root = YamlDoor.read(text, name);
            if (root.isEmpty()) {
                problems.add(0, "the file is empty; begin with \"version: 1\"");
            } else {
                spec = new Reader(problems, strangers, omitted, ci, clusters).board(root.get());
            }
        } catch (YamlProblem problem) {
            problems.add(0, String.valueOf(problem.getMessage()));
        }
        return new BoardFile(spec, problems.sentences(), strangers.sentences(), omitted.sentences());
    }

    private record Reader(
            Problems problems, Problems strangers, Problems omitted, Optional<ConnectionId> ci,
            Map<ConnectionId, List<String>> clusters) {

        BoardSpec board(YamlNode root) {
            Optional<Fields> fields =
                    Fields.of(root, "the board", problems, "version", "discover", "environments", "services",
                            "freezes", "read-only", "hosts");
            if (fields.isEmpty()) {
                return BoardSpec.EMPTY;
            }
            Fields f = fields.get();
            f.required("version", "1").filter(v -> !v.equals("1")).ifPresent(
                    v -> problems.add(f.line(),
                            "version " + v + " is not known to this console; write \"version: 1\""));
            List<EnvironmentSpec> environments = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (YamlNode node : atMost(f, "environments", MOST_ENVIRONMENTS)) {
                environment(node).ifPresent(e -> {
                    if (names.add(e.name())) {
                        environments.add(e);
                    } else {
                        problems.add(node, "environment \"" + e.name() + "\" is described twice; remove one");
                    }
                });
            }
            List<ServiceSpec> services = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            for (YamlNode node : atMost(f, "services", MOST_SERVICES)) {
                service(node, names).ifPresent(s -> {
                    if (taken.add(s.name())) {
                        services.add(s);
                    } else {
                        problems.add(node, "service \"" + s.name() + "\" is described twice; remove one");
                    }
                });
            }
            return new BoardSpec(
                    List.copyOf(environments), List.copyOf(services), discover(f), ProtectionFields.read(f, problems));
        }

        private List<YamlNode> atMost(Fields f, String key, int most) {
            List<YamlNode> items = f.items(key);
            if (items.size() > most) {
                problems.add(items.get(most), "there are more than " + most + " " + key + "; split the board");
                return items.subList(0, most);
            }
            return items;
        }

        private BoardSpec.Discover discover(Fields f) {
            return switch (f.text("discover").orElse("all")) {
                case "all" -> BoardSpec.Discover.ALL;
                case "targets" -> BoardSpec.Discover.TARGETS;
                case "nothing" -> BoardSpec.Discover.NOTHING;
                case String other -> {
                    problems.add(f.line(), "\"discover: " + other + "\" is not known; write all, targets or nothing");
                    yield BoardSpec.Discover.ALL;
                }
            };
        }

        private Optional<EnvironmentSpec> environment(YamlNode node) {
            if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
                return Optional.of(
                        new EnvironmentSpec(scalar.text(), EnvironmentNames.looksLikeProduction(scalar.text())));
            }
            return Fields.of(node, "an environment", problems, "name", "production")
                    .flatMap(f -> f.required("name", "staging")
                            .map(name -> new EnvironmentSpec(
                                    name, f.protects("production", EnvironmentNames.looksLikeProduction(name)))));
        }

        private Optional<ServiceSpec> service(YamlNode node, Set<String> environments) {
            return Fields.of(node, "a service", problems, "name", "group", "repository", "build", "deploy", "targets")
                    .flatMap(f -> f.required("name", "checkout").map(name -> new ServiceSpec(
                            name,
                            f.text("group").orElse("Services"),
                            repository(f).orElse(null),
                            f.text("build").orElse(null),
                            f.text("deploy").orElse(null),
                            targets(f, name, environments),
                            false)));
        }

        private Optional<RepositoryId> repository(Fields f) {
            Optional<String> text = f.text("repository");
            if (text.isEmpty()) {
                return Optional.empty();
            }
            int colon = text.get().indexOf(':');
            Optional<ConnectionId> connection =
                    colon > 0 ? Optional.of(new ConnectionId(text.get().substring(0, colon))) : ci;
            // Groups lie in groups: all but the last part is the owner.
            String path = text.get().substring(colon + 1);
            int slash = path.lastIndexOf('/');
            boolean gap = Arrays.stream(path.split("/", -1)).anyMatch(String::isBlank);
            YamlNode node = f.node("repository").orElseThrow();
            if (slash < 0 || gap) {
                problems.add(
                        node,
                        "repository \"" + text.get()
                                + "\" is not understood; write owner/name, or connection:owner/name");
                return Optional.empty();
            }
            if (connection.isEmpty()) {
                String sentence = "repository \"" + text.get() + "\" is left out, because no account is configured for"
                        + " it; add one to the console's configuration, or write connection:owner/name";
                List.of(problems, strangers, omitted).forEach(list -> list.add(node, sentence));
            }
            return connection.map(
                    id -> new RepositoryId(id, path.substring(0, slash), path.substring(slash + 1)));
        }

        private List<TargetSpec> targets(Fields f, String service, Set<String> environments) {
            List<TargetSpec> targets = new ArrayList<>();
            Optional<YamlNode> node = f.node("targets");
            if (node.isPresent() && !(node.get() instanceof YamlNode.Mapping)) {
                problems.add(node.get(), "targets of \"" + service + "\" are " + node.get().kind()
                        + "; write an environment's name and below it cluster, namespace and workload");
            }
            if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
                mapping.entries().forEach((environment, value) -> {
                    if (!environments.contains(environment)) {
                        problems.add(value, "environment \"" + environment + "\" is not in the list of environments;"
                                + " add it there or correct the name");
                    }
                    List<YamlNode> places =
                            value instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(value);
                    places.forEach(place -> target(place, environment, service).ifPresent(targets::add));
                });
            }
            return List.copyOf(targets);
        }

        private Optional<TargetSpec> target(YamlNode node, String environment, String service) {
            Optional<Fields> fields = Fields.of(node, "a target", problems, "cluster", "namespace", "workload");
            if (fields.isEmpty()) {
                return Optional.empty();
            }
            Fields f = fields.get();
            Optional<String> cluster =
                    f.required("cluster", clusters.isEmpty() ? "prod-eu" : clusters.keySet().iterator().next().name());
            Optional<String> namespace = f.required("namespace", environment);
            String workload = f.text("workload").orElse("deployment/" + service);
            Optional<WorkloadKind> kind = kindOf(workload);
            if (kind.isEmpty()) {
                problems.add(node, "workload \"" + workload + "\" is not understood;"
                        + " write deployment/NAME, statefulset/NAME or daemonset/NAME");
            }
            if (cluster.isEmpty() || namespace.isEmpty() || kind.isEmpty()) {
                return Optional.empty();
            }
            ConnectionId id = new ConnectionId(cluster.get());
            List<String> watched = clusters.get(id);
            if (watched == null) {
                stranger(node,
                        "cluster \"" + id.name() + "\" is not configured; add it to the console's configuration");
            } else if (!watched.isEmpty() && !watched.contains(namespace.get())) {
                stranger(node, "namespace \"" + namespace.get() + "\" of cluster \"" + id.name()
                        + "\" is not watched; add it to \"namespaces\" in the console's configuration");
            }
            String name = workload.substring(workload.indexOf('/') + 1);
            return Optional.of(new TargetSpec(environment, new WorkloadKey(id, namespace.get(), kind.get(), name)));
        }

        private void stranger(YamlNode node, String sentence) {
            problems.add(node, sentence);
            strangers.add(node, sentence);
        }

        private static Optional<WorkloadKind> kindOf(String workload) {
            int slash = workload.indexOf('/');
            if (slash <= 0 || slash == workload.length() - 1) {
                return Optional.empty();
            }
            return switch (workload.substring(0, slash).toLowerCase(Locale.ROOT)) {
                case "deployment", "deploy" -> Optional.of(WorkloadKind.DEPLOYMENT);
                case "statefulset", "sts" -> Optional.of(WorkloadKind.STATEFUL_SET);
                case "daemonset", "ds" -> Optional.of(WorkloadKind.DAEMON_SET);
                default -> Optional.empty();
            };
        }
    }
}
