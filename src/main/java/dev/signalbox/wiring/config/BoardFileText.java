package dev.signalbox.wiring.config;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentNames;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes a board as the file that [BoardFile] reads. Repositories name their connection, so that the file means the same
/// on every console that has connections of these names.
public final class BoardFileText {

    private BoardFileText() {}

    /// The text of the file. It was read back before it is returned: nothing is written that would be read as something
    /// else. Only the places of one environment come to stand together.
    ///
    /// @throws IllegalArgumentException when this board cannot stand in a file; the message says why
    public static String write(BoardSpec board) {
        String text = lines(board).toString();
        Set<ConnectionId> clusters = new LinkedHashSet<>();
        board.services().forEach(s -> s.targets().forEach(t -> clusters.add(t.workload().cluster())));
        BoardFile back = BoardFile.read(text, "board", Optional.empty(), clusters);
        if (!back.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", back.problems()));
        }
        if (!back.spec().equals(sorted(board))) {
            throw new IllegalArgumentException("This board would be read as another one.");
        }
        return text;
    }

    /// A file has one list of places for each environment of a service, in the order of the first of each.
    private static BoardSpec sorted(BoardSpec board) {
        List<ServiceSpec> services = board.services().stream()
                .map(s -> new ServiceSpec(
                        s.name(), s.group(), s.repository(), s.build(), s.deploy(),
                        byEnvironment(s.targets()).values().stream().flatMap(List::stream).toList(), s.discovered()))
                .toList();
        return new BoardSpec(board.environments(), services, board.discover(), board.protection());
    }

    private static Map<String, List<TargetSpec>> byEnvironment(List<TargetSpec> targets) {
        Map<String, List<TargetSpec>> sorted = new LinkedHashMap<>();
        targets.forEach(t -> sorted.computeIfAbsent(t.environment(), e -> new ArrayList<>()).add(t));
        return sorted;
    }

    private static YamlLines lines(BoardSpec board) {
        YamlLines lines = new YamlLines()
                .text("version", "1")
                .unless("all", "discover", board.discover().name().toLowerCase(Locale.ROOT));
        lines.items("environments", board.environments(), BoardFileText::environment);
        lines.items("services", board.services(), BoardFileText::service);
        Protection protection = board.protection();
        lines.items("freezes", protection.freezes(), BoardFileText::freeze);
        lines.texts("read-only", protection.readOnly());
        if (!protection.hosts().isEmpty()) {
            lines.mapping("hosts", to -> protection.hosts().forEach(to::text));
        }
        return lines;
    }

    private static void environment(EnvironmentSpec environment, YamlLines to) {
        to.text("name", environment.name()).flag(
                "production", environment.production(), EnvironmentNames.looksLikeProduction(environment.name()));
    }

    private static void service(ServiceSpec service, YamlLines to) {
        to.text("name", service.name()).text("group", service.group());
        RepositoryId repository = service.repository();
        if (repository != null) {
            to.text("repository", repository.connection().name() + ":" + repository.fullName());
        }
        to.maybe("build", service.build()).maybe("deploy", service.deploy());
        if (!service.targets().isEmpty()) {
            to.mapping("targets", inside -> byEnvironment(service.targets()).forEach((name, all) -> inside.items(
                    name, all, (target, place) -> target(target.workload(), place))));
        }
    }

    private static void target(WorkloadKey workload, YamlLines to) {
        to.text("cluster", workload.cluster().name())
                .text("namespace", workload.namespace())
                .text("workload", workload.shortName());
    }

    private static void freeze(Freeze freeze, YamlLines to) {
        to.text("from", freeze.start())
                .text("until", freeze.end())
                .text("zone", freeze.zone())
                .texts("environments", freeze.environments());
    }
}
