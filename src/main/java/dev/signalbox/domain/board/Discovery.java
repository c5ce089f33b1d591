package dev.signalbox.domain.board;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Completes a described board with what was found: workloads matched to repositories, environments, repositories.
/// Pure; a described thing always wins over a found one.
public final class Discovery {

    /// OCI annotation that names the source repository of an image (image-spec, "pre-defined annotation keys").
    public static final String OCI_SOURCE = "org.opencontainers.image.source";

    private Discovery() {}

    /// The board with what was found added.
    ///
    /// @param repositories those of the accounts, without archived ones
    /// @param environments names of environments by repository, as the CI provider lists them
    /// @param workloads those that the clusters show
    public static BoardSpec complete(
            BoardSpec described,
            Collection<RepositoryId> repositories,
            Map<RepositoryId, List<String>> environments,
            Collection<Workload> workloads) {
        if (described.discover() == BoardSpec.Discover.NOTHING) {
            return described;
        }
        Set<WorkloadKey> taken = new HashSet<>();
        described.services().forEach(s -> s.targets().forEach(t -> taken.add(t.workload())));
        List<Workload> free = workloads.stream()
                .filter(w -> !taken.contains(w.key()))
                .sorted(Comparator.comparing((Workload w) -> w.key().name()).thenComparing(w -> w.key().namespace()))
                .toList();
        Map<String, List<TargetSpec>> found = new HashMap<>();
        Map<String, ServiceSpec> services = new LinkedHashMap<>();
        described.services().forEach(s -> services.put(s.name(), s));
        for (Workload workload : free) {
            place(described, repositories, services, found, workload);
        }
        if (described.discover() == BoardSpec.Discover.ALL) {
            Set<RepositoryId> shown = new HashSet<>();
            services.values().forEach(s -> Optional.ofNullable(s.repository()).ifPresent(shown::add));
            repositories.stream()
                    .filter(r -> !shown.contains(r))
                    .sorted(Comparator.comparing(RepositoryId::fullName))
                    .forEach(r -> services.putIfAbsent(nameFor(services, r), serviceOf(nameFor(services, r), r)));
        }
        List<ServiceSpec> complete =
                services.values().stream().map(s -> withTargets(s, found.getOrDefault(s.name(), List.of()))).toList();
        return new BoardSpec(columns(described, complete, environments, repositories), complete, described.discover(),
                described.protection());
    }

    private static void place(
            BoardSpec described,
            Collection<RepositoryId> repositories,
            Map<String, ServiceSpec> services,
            Map<String, List<TargetSpec>> found,
            Workload workload) {
        TargetSpec target = new TargetSpec(environmentOf(described, workload.key()), workload.key());
        Optional<RepositoryId> source = sourceOf(workload, repositories);
        Optional<ServiceSpec> owner = services.values().stream()
                .filter(s -> source.isPresent()
                        ? source.get().equals(s.repository())
                        : s.repository() == null && s.name().equals(workload.key().name()))
                // A repository may hold several services; the first one gets what tells nothing of itself.
                .min(Comparator.comparing(s -> !isCalledLike(s, workload.key())));
        if (owner.isEmpty()) {
            if (described.discover() != BoardSpec.Discover.ALL) {
                return;
            }
            String name = source.map(r -> nameFor(services, r)).orElse(workload.key().name());
            ServiceSpec made = source.map(r -> serviceOf(name, r))
                    .orElseGet(() -> new ServiceSpec(
                            name, workload.key().cluster().name(), null, null, null, List.of(), true));
            services.putIfAbsent(name, made);
            found.computeIfAbsent(name, n -> new ArrayList<>()).add(target);
            return;
        }
        found.computeIfAbsent(owner.get().name(), n -> new ArrayList<>()).add(target);
    }

    /// Whether the service has the workload's name, or lives in a workload of that name elsewhere.
    private static boolean isCalledLike(ServiceSpec service, WorkloadKey workload) {
        return service.name().equals(workload.name())
                || service.targets().stream().anyMatch(t -> t.workload().name().equals(workload.name()));
    }

    /// How a workload told its repository.
    public enum Way {
        /// By its OCI source annotation.
        LABEL,
        /// By the name of its image.
        IMAGE
    }

    /// The repository that a workload is built from, and what told it.
    public record Source(RepositoryId repository, Way way) {}

    /// The repository that a workload is built from: named by its OCI source annotation, else by its image's name.
    public static Optional<RepositoryId> sourceOf(Workload workload, Collection<RepositoryId> repositories) {
        return evidenceOf(workload, repositories).map(Source::repository);
    }

    /// The same, with what told it.
    public static Optional<Source> evidenceOf(Workload workload, Collection<RepositoryId> repositories) {
        String source = toldSource(workload);
        if (!source.isEmpty()) {
            String path = pathOf(source);
            return repositories.stream()
                    .filter(r -> r.fullName().equalsIgnoreCase(path))
                    .findFirst()
                    .map(r -> new Source(r, Way.LABEL));
        }
        return workload.image().flatMap(image -> {
            String path = image.repository().toLowerCase(Locale.ROOT);
            return repositories.stream()
                    .filter(r -> path.endsWith("/" + r.fullName().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .map(r -> new Source(r, Way.IMAGE));
        });
    }

    /// Whether two states of a workload belong to the same repository, whichever repositories there are.
    public static boolean isMatchedAlike(Workload before, Workload now) {
        return toldSource(before).equals(toldSource(now))
                && before.image().map(ImageRef::repository).equals(now.image().map(ImageRef::repository));
    }

    private static String toldSource(Workload workload) {
        return workload.templateAnnotations().getOrDefault(OCI_SOURCE, "");
    }

    private static String pathOf(String source) {
        try {
            String path = URI.create(source).getPath();
            String clean = path == null ? "" : path.replaceFirst("^/", "").replaceFirst("\\.git$", "");
            return clean.replaceFirst("/$", "");
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    /// The environment of a workload that nobody described: the described one that its namespace names or begins, else the namespace.
    public static String environmentOf(BoardSpec described, WorkloadKey key) {
        String namespace = key.namespace().toLowerCase(Locale.ROOT);
        for (EnvironmentSpec environment : described.environments()) {
            String name = environment.name().toLowerCase(Locale.ROOT);
            if (namespace.equals(name) || namespace.endsWith("-" + name) || namespace.startsWith(name + "-")) {
                return environment.name();
            }
        }
        return key.namespace();
    }

    /// Whether a workload that nobody described is production: as the environment is that it is found in, and where its
    /// namespace sounds like production though only a part of it is called like an environment. Such a part is a guess,
    /// which takes no protection away.
    public static boolean isProduction(BoardSpec described, WorkloadKey key) {
        String found = environmentOf(described, key);
        return described.isProduction(found)
                || !found.equalsIgnoreCase(key.namespace()) && EnvironmentNames.namesProduction(key.namespace());
    }

    private static ServiceSpec serviceOf(String name, RepositoryId repository) {
        return new ServiceSpec(name, repository.owner(), repository, null, null, List.of(), true);
    }

    private static String nameFor(Map<String, ServiceSpec> services, RepositoryId repository) {
        ServiceSpec same = services.get(repository.name());
        return same == null || repository.equals(same.repository()) ? repository.name() : repository.fullName();
    }

    private static ServiceSpec withTargets(ServiceSpec service, List<TargetSpec> more) {
        if (more.isEmpty()) {
            return service;
        }
        List<TargetSpec> all = new ArrayList<>(service.targets());
        all.addAll(more);
        return new ServiceSpec(
                service.name(), service.group(), service.repository(), service.build(), service.deploy(),
                List.copyOf(all), service.discovered());
    }

    private static List<EnvironmentSpec> columns(
            BoardSpec described,
            List<ServiceSpec> services,
            Map<RepositoryId, List<String>> environments,
            Collection<RepositoryId> repositories) {
        Set<String> extra = new TreeSet<>(EnvironmentNames.BY_TRAVEL);
        services.forEach(s -> s.targets().forEach(t -> extra.add(t.environment())));
        if (described.discover() == BoardSpec.Discover.ALL && described.environments().isEmpty()) {
            repositories.forEach(r -> extra.addAll(environments.getOrDefault(r, List.of())));
        }
        List<EnvironmentSpec> columns = new ArrayList<>(described.environments());
        for (String name : extra) {
            if (described.environment(name).isEmpty()) {
                columns.add(new EnvironmentSpec(name, EnvironmentNames.looksLikeProduction(name)));
            }
        }
        return List.copyOf(columns);
    }
}
