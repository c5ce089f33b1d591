package dev.signalbox.domain.setup;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.board.EnvironmentNames;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.setup.ProposedService.Certainty;
import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A board that is proposed to somebody who has just connected repositories and clusters. Pure.
///
/// @param services by group and name
/// @param environments left to right, in the order in which releases travel
public record BoardProposal(List<ProposedService> services, List<EnvironmentSpec> environments) {

    /// Where services stand whose group nothing tells.
    static final String NO_GROUP = "Services";

    private static final int LONGEST = 120;

    public BoardProposal {
        services = List.copyOf(services);
        environments = List.copyOf(environments);
    }

    /// What belongs to one service.
    ///
    /// @param repository absent where nothing tells it
    private record Row(
            Optional<RepositoryId> repository, List<Workload> workloads, Certainty certainty, String reason) {}

    /// Matches workloads to repositories and guesses groups and environments.
    ///
    /// @param repositories those that were chosen
    /// @param workloads those that the clusters show
    /// @param marks what was said of the clusters; those without a word are ordinary
    public static BoardProposal of(
            Collection<RepositoryId> repositories, Collection<Workload> workloads,
            Map<ConnectionId, ClusterMark> marks) {
        List<Row> rows = rows(repositories, workloads);
        Set<String> taken = new HashSet<>();
        List<ProposedService> services = new ArrayList<>();
        for (Row row : rows) {
            String name = nameFor(row, taken);
            taken.add(name);
            List<TargetSpec> targets = row.workloads().stream()
                    .map(w -> new TargetSpec(
                            EnvironmentGuess.of(w.key(), mark(marks, w.key().cluster())), w.key()))
                    .sorted(Comparator.comparing(TargetSpec::environment, EnvironmentNames.BY_TRAVEL))
                    .toList();
            services.add(new ProposedService(
                    new ServiceSpec(name, group(row), row.repository().orElse(null), null, null, targets, false),
                    row.reason(), row.certainty()));
        }
        services.sort(Comparator.comparing((ProposedService s) -> s.service().group())
                .thenComparing(s -> s.service().name()));
        return new BoardProposal(services, environments(services, marks));
    }

    /// The board that these rows make. Nothing else is discovered on it but targets of its services: what was dropped stays
    /// dropped.
    public BoardSpec board() {
        return new BoardSpec(
                environments, services.stream().map(ProposedService::service).toList(), BoardSpec.Discover.TARGETS);
    }

    /// The same beside a board that is there already: what is built from another repository than the service that has its
    /// name there is another service, and gets a name of its own.
    public BoardProposal beside(BoardSpec there) {
        Set<String> taken = new HashSet<>();
        there.services().forEach(s -> taken.add(s.name()));
        services.forEach(s -> taken.add(s.service().name()));
        List<ProposedService> named = services.stream()
                .map(proposed -> isAnother(proposed.service(), there)
                        ? proposed.with(named(proposed.service(), nameBeside(proposed.service(), there, taken)))
                        : proposed)
                .toList();
        return new BoardProposal(named, environments);
    }

    /// Whether a service of that name is there that is built elsewhere. Where either repository is not known, the name
    /// tells.
    private static boolean isAnother(ServiceSpec service, BoardSpec there) {
        RepositoryId repository = service.repository();
        return repository != null && there.services().stream()
                .filter(s -> s.name().equals(service.name()))
                .anyMatch(s -> s.repository() != null && !repository.equals(s.repository()));
    }

    private static String nameBeside(ServiceSpec service, BoardSpec there, Set<String> taken) {
        RepositoryId repository = Objects.requireNonNull(service.repository());
        String longer = repository.fullName();
        if (there.services().stream().anyMatch(s -> s.name().equals(longer) && repository.equals(s.repository()))) {
            return longer; // it was added before
        }
        String name = longer;
        for (int i = 2; !taken.add(name); i++) {
            name = longer + "@" + repository.connection().name() + (i == 2 ? "" : " " + i);
        }
        return name;
    }

    private static ServiceSpec named(ServiceSpec s, String name) {
        return new ServiceSpec(name, s.group(), s.repository(), s.build(), s.deploy(), s.targets(), s.discovered());
    }

    private static List<Row> rows(Collection<RepositoryId> repositories, Collection<Workload> workloads) {
        Map<RepositoryId, Row> matched = new LinkedHashMap<>();
        Map<String, List<Workload>> left = new TreeMap<>();
        List<Workload> ordered = workloads.stream().sorted(Comparator.comparing(BoardProposal::place)).toList();
        for (Workload workload : ordered) {
            Optional<Row> row = matchOf(workload, repositories);
            row.flatMap(Row::repository).ifPresentOrElse(
                    repository -> matched.merge(repository, row.orElseThrow(), BoardProposal::joined),
                    () -> left.computeIfAbsent(workload.key().name(), n -> new ArrayList<>()).add(workload));
        }
        List<Row> rows = new ArrayList<>(matched.values());
        left.forEach((name, all) -> rows.add(new Row(
                Optional.empty(), all, Certainty.ALONE, "It runs in " + clusters(all)
                        + ", and no repository was matched to it.")));
        repositories.stream()
                .filter(r -> !matched.containsKey(r))
                .distinct()
                .sorted(Comparator.comparing(RepositoryId::fullName))
                .forEach(r -> rows.add(new Row(
                        Optional.of(r), List.of(), Certainty.ALONE,
                        "Nothing in the clusters was matched to " + safe(r.fullName()) + ".")));
        return rows;
    }

    private static Optional<Row> matchOf(Workload workload, Collection<RepositoryId> repositories) {
        Optional<Discovery.Source> source = Discovery.evidenceOf(workload, repositories);
        if (source.isPresent()) {
            RepositoryId repository = source.get().repository();
            boolean said = source.get().way() == Discovery.Way.LABEL;
            return Optional.of(new Row(
                    Optional.of(repository), List.of(workload), said ? Certainty.CERTAIN : Certainty.LIKELY,
                    said
                            ? "Its image says that it was built from " + safe(repository.fullName()) + "."
                            : "Its image " + safe(image(workload)) + " is called like the repository "
                                    + safe(repository.fullName()) + "."));
        }
        if (workload.templateAnnotations().containsKey(Discovery.OCI_SOURCE)) {
            return Optional.empty(); // it names a repository that was not chosen: no name may contradict that
        }
        return named(workload.key().name(), "workload", workload, repositories)
                .or(() -> named(lastOf(image(workload)), "image", workload, repositories));
    }

    /// The one repository of that name; of several none.
    private static Optional<Row> named(
            String name, String what, Workload workload, Collection<RepositoryId> repositories) {
        List<RepositoryId> same = repositories.stream()
                .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
        return same.size() != 1
                ? Optional.empty()
                : Optional.of(new Row(
                        Optional.of(same.getFirst()), List.of(workload), Certainty.GUESSED,
                        "Its " + what + " “" + safe(name) + "” has the name of the repository "
                                + safe(same.getFirst().fullName()) + "."));
    }

    /// The weakest match counts for the whole: it is the one to look at.
    private static Row joined(Row one, Row other) {
        List<Workload> all = new ArrayList<>(one.workloads());
        all.addAll(other.workloads());
        Row weaker = one.certainty().compareTo(other.certainty()) >= 0 ? one : other;
        return new Row(one.repository(), List.copyOf(all), weaker.certainty(), weaker.reason());
    }

    private static String nameFor(Row row, Set<String> taken) {
        String name = row.repository().map(RepositoryId::name)
                .orElseGet(() -> row.workloads().getFirst().key().name());
        if (!taken.contains(name)) {
            return name;
        }
        String longer = row.repository().map(RepositoryId::fullName)
                .orElseGet(() -> name + "@" + row.workloads().getFirst().key().cluster().name());
        return taken.contains(longer)
                ? longer + "@" + row.repository().map(r -> r.connection().name()).orElse("other")
                : longer;
    }

    private static String group(Row row) {
        Set<String> groups = row.workloads().stream()
                .map(w -> EnvironmentGuess.group(w.key()).orElse(""))
                .collect(Collectors.toSet());
        Optional<String> common = groups.size() == 1
                ? groups.stream().filter(g -> !g.isEmpty()).findFirst()
                : Optional.empty();
        return common.or(() -> row.repository().map(RepositoryId::owner)).orElse(NO_GROUP);
    }

    private static List<EnvironmentSpec> environments(
            List<ProposedService> services, Map<ConnectionId, ClusterMark> marks) {
        Map<String, Boolean> names = new TreeMap<>(EnvironmentNames.BY_TRAVEL);
        for (ProposedService each : services) {
            for (TargetSpec target : each.service().targets()) {
                boolean production = EnvironmentNames.looksLikeProduction(target.environment())
                        || mark(marks, target.workload().cluster()).isProduction();
                names.merge(target.environment(), production, Boolean::logicalOr);
            }
        }
        return names.entrySet().stream().map(e -> new EnvironmentSpec(e.getKey(), e.getValue())).toList();
    }

    private static ClusterMark mark(Map<ConnectionId, ClusterMark> marks, ConnectionId cluster) {
        return Objects.requireNonNullElse(marks.get(cluster), ClusterMark.ORDINARY);
    }

    private static String place(Workload workload) {
        return workload.key().name() + "\n" + workload.key().cluster().name() + "\n" + workload.key().namespace();
    }

    private static String image(Workload workload) {
        return workload.image().map(image -> image.repository()).orElse("");
    }

    private static String lastOf(String repository) {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    /// Clusters are called like environments often enough: the sentence says that these are clusters.
    private static String clusters(List<Workload> workloads) {
        List<String> names = workloads.stream().map(w -> safe(w.key().cluster().name())).distinct().sorted().toList();
        return names.size() == 1
                ? "the cluster " + names.getFirst()
                : "the clusters " + String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String safe(String name) {
        return SafeText.line(name, LONGEST);
    }
}
