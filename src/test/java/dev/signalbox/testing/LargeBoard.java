package dev.signalbox.testing;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A board as large as a large company's: described services in groups of fifty, each in every environment, with runs.
public final class LargeBoard {

    public static final ConnectionId GITHUB = new ConnectionId("GitHub");
    public static final ConnectionId CLUSTER = new ConnectionId("cluster-1");
    public static final Instant NOW = Instant.parse("2026-11-20T14:30:00Z");
    public static final List<String> ENVIRONMENTS = List.of("dev", "test", "staging", "preprod", "production");

    private static final int GROUP = 50;
    private static final List<String> BRANCHES = List.of("main", "release/2.8", "fix/basket", "main", "feature/search");
    private static final List<String> PEOPLE = List.of("ada", "grace", "linus", "barbara", "release-bot");

    private final int services;
    private final int runs;

    /// @param runs of each service
    public LargeBoard(int services, int runs) {
        this.services = services;
        this.runs = runs;
    }

    public static String service(int index) {
        return String.format(Locale.ROOT, "service-%04d", index);
    }

    public static WorkloadKey key(int service, int environment) {
        return new WorkloadKey(CLUSTER, ENVIRONMENTS.get(environment), WorkloadKind.DEPLOYMENT, service(service));
    }

    public static RepositoryId repository(int service) {
        return new RepositoryId(GITHUB, "acme", service(service));
    }

    /// A rolled out workload of that version.
    public static Workload workload(int service, int environment, String version) {
        return SampleWorkloads.healthy(key(service, environment), version, 3);
    }

    public BoardSpec spec() {
        List<ServiceSpec> all = IntStream.range(0, services).mapToObj(i -> new ServiceSpec(
                service(i), "Group " + (i / GROUP + 1), repository(i), null, null,
                IntStream.range(0, ENVIRONMENTS.size())
                        .mapToObj(e -> new TargetSpec(ENVIRONMENTS.get(e), key(i, e)))
                        .toList(),
                false)).toList();
        return new BoardSpec(
                ENVIRONMENTS.stream().map(e -> new EnvironmentSpec(e, e.equals("production"))).toList(), all,
                BoardSpec.Discover.NOTHING);
    }

    /// Everything that fills the board.
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "https://ci.example")));
        changes.add(new Change.ConnectionAdded(
                Connection.fresh(CLUSTER, Connection.Kind.KUBERNETES, "https://cluster.example")));
        changes.add(new Change.ConnectionAnswered(GITHUB, NOW));
        changes.add(new Change.ConnectionAnswered(CLUSTER, NOW));
        changes.add(new Change.BoardDescribed(spec(), List.of()));
        for (int i = 0; i < services; i++) {
            int service = i;
            for (int e = 0; e < ENVIRONMENTS.size(); e++) {
                changes.add(new Change.WorkloadSeen(workload(i, e, "v1." + i % 7 + ".0"), NOW));
            }
            changes.add(new Change.RunsRead(repository(i), new Answer.Good<>(
                    IntStream.range(0, runs).mapToObj(r -> run(service, r)).toList(), NOW)));
        }
        return changes;
    }

    public ConsoleState state() {
        return new Reducer().apply(ConsoleState.EMPTY, changes());
    }

    /// The same board with a few services rolling, crashing and changed by hand.
    public static ConsoleState troubled(int services) {
        List<Change> changes = new ArrayList<>(new LargeBoard(services, 6).changes());
        for (int i = 0; i < services; i += 23) {
            int environment = i % 5;
            Workload well = workload(i, environment, "v2.0.0");
            changes.add(new Change.WorkloadSeen(
                    i % 2 == 0
                            ? SampleWorkloads.crashing(well.key(), "v2.0.0", "v1.9.0")
                            : SampleWorkloads.rolling(
                                    well.key(), "v2.0.0", "v1.9.0"),
                    NOW));
        }
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }

    private static Run run(int service, int index) {
        Instant began = NOW.minusSeconds(3_600L * (index + 1) + service);
        long number = 1_000L + service * 31L + index;
        return new Run(
                new RunId(repository(service), number), 1, 7, "Release", ".github/workflows/release.yml", number,
                "Change number " + index + " of " + service(service), "push", RunStatus.COMPLETED,
                index % 9 == 4 ? Conclusion.FAILURE : Conclusion.SUCCESS, BRANCHES.get((service + index) % 5),
                String.format(Locale.ROOT, "%040x", number * 7_919), PEOPLE.get((service + index) % 5),
                PEOPLE.get(service % 5), began,
                began, began.plusSeconds(90 + index), null);
    }
}
