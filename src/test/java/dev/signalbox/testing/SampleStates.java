package dev.signalbox.testing;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Past;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.state.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A rich state like the one that the practice team shows: three groups of services on the way through three environments.
public final class SampleStates {

    public static final Instant NOW = Instant.parse("2026-11-20T14:02:20Z");
    public static final ConnectionId GITHUB = new ConnectionId("GitHub");
    public static final ConnectionId STAGING = new ConnectionId("staging-1");
    public static final ConnectionId PROD = new ConnectionId("prod-eu");

    private final Map<ConnectionId, Connection> connections = new LinkedHashMap<>();
    private final List<ServiceSpec> services = new ArrayList<>();
    private final Map<RepositoryId, RepositoryState> repositories = new HashMap<>();
    private final Map<RunId, RunState> runs = new HashMap<>();
    private final Map<WorkloadKey, Reading<Workload>> workloads = new HashMap<>();
    private final Map<ConnectionId, CiCapabilities> abilities = new HashMap<>();
    private final Map<RepositoryId, Reading<List<Freeze>>> freezes = new HashMap<>();
    private final Map<WorkloadKey, List<GoodRevision>> good = new HashMap<>();
    private final Map<PlanId, ActionRecord> actions = new LinkedHashMap<>();
    private final Map<DraftId, Draft> drafts = new HashMap<>();
    private TeamStanding team = TeamStanding.NONE;
    private VaultStanding vault = VaultStanding.UNUSED;
    private Past past = Past.NONE;
    private String journalProblem = "";

    private SampleStates() {}

    /// The board of the mock-up.
    public static ConsoleState rich() {
        return full().state();
    }

    /// The same, to be changed before [#state()].
    public static SampleStates full() {
        SampleStates it = new SampleStates();
        it.connect();
        it.add("Storefront", "web-frontend", "8f41c2e", "v5.20.0", "v5.19.2");
        it.add("Storefront", "checkout", "v2.15.0", "v2.15.0", "v2.14.1");
        it.add("Storefront", "catalog", "v9.3.0", "v9.3.0", "v9.3.0");
        it.add("Storefront", "search", "v1.8.7", "v1.8.6", "v1.8.6");
        it.add("Payments", "payments-api", "v2.8.0-rc.3", "v2.8.0-rc.3", "v2.7.9");
        it.add("Payments", "ledger", "v0.41.0", "v0.41.0", "v0.40.2");
        it.add("Payments", "fraud-model", "2026.11.3", "2026.11.2", "2026.11.1");
        it.add("Platform", "gateway", "v3.2.1", "v3.2.1", "v3.2.1");
        it.add("Platform", "identity", "v1.14.0", "v1.14.0", "v1.14.0");
        it.add("Platform", "mailer", "v0.9.3", "v0.9.3", "v0.9.3");
        SampleRuns.fill(it.repositories, it.runs);
        SampleWorkloads.trouble(it.workloads, it.good);
        SampleActions.fill(it.actions);
        return it;
    }

    public SampleStates connection(Connection connection) {
        connections.put(connection.id(), connection);
        return this;
    }

    public SampleStates draft(Draft draft) {
        drafts.put(draft.id(), draft);
        return this;
    }

    public SampleStates action(ActionRecord action) {
        actions.put(action.plan().id(), action);
        return this;
    }

    public SampleStates run(RunId id, RunState state) {
        runs.put(id, state);
        return this;
    }

    public SampleStates past(Past known) {
        past = known;
        return this;
    }

    public SampleStates journalProblem(String problem) {
        journalProblem = problem;
        return this;
    }

    /// What the provider behind the samples can do.
    public SampleStates can(CiCapabilities what) {
        abilities.put(GITHUB, what);
        return this;
    }

    /// A freeze of a repository.
    public SampleStates freeze(RepositoryId repository, Freeze freeze) {
        freezes.put(repository, Reading.of(List.of(freeze), NOW));
        return this;
    }

    /// How the team file stands.
    public SampleStates team(TeamStanding standing) {
        team = standing;
        return this;
    }

    /// How the vault stands.
    public SampleStates vault(VaultStanding standing) {
        vault = standing;
        return this;
    }

    public ConsoleState state() {
        BoardSpec spec = new BoardSpec(
                List.of(
                        new EnvironmentSpec("development", false),
                        new EnvironmentSpec("staging", false),
                        new EnvironmentSpec("production", true)),
                List.copyOf(services));
        return new ConsoleState(
                1, connections, spec, List.of(), team, vault, repositories, runs, Map.of(), SampleRuns.comparisons(),
                Map.of(),
                Map.of(),
                Map.of(), Map.of(), workloads, Map.of(), Map.of(), abilities, freezes, Map.of(), good, actions, drafts,
                Map.of("board", focus()),
                past, journalProblem);
    }

    public static RepositoryId repository(String name) {
        return new RepositoryId(GITHUB, "acme", name);
    }

    public static WorkloadKey key(String environment, String service) {
        ConnectionId cluster = environment.equals("production") ? PROD : STAGING;
        return new WorkloadKey(cluster, environment, WorkloadKind.DEPLOYMENT, service);
    }

    private static Focus focus() {
        return Focus.NOWHERE.withWorkloads(Set.of(key("production", "checkout")));
    }

    private void connect() {
        connection(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "https://api.github.com")
                .live(NOW.minusSeconds(3))
                .as(new Account("release-mgr", Set.of("repo", "workflow"), null))
                .within(new ApiBudget(5_000, 4_812, NOW.plusSeconds(1_800), NOW)));
        connection(Connection.fresh(STAGING, Connection.Kind.KUBERNETES, "https://10.0.0.7:6443")
                .live(NOW.minusSeconds(1)));
        connection(Connection.fresh(PROD, Connection.Kind.KUBERNETES, "https://prod-eu.acme.example")
                .live(NOW.minusSeconds(24))
                .troubled(
                        new RemoteProblem.Unreachable(
                                "connection to prod-eu.acme.example was reset", RemoteProblem.Sent.NOTHING),
                        NOW.plusSeconds(3)));
    }

    private void add(String group, String name, String development, String staging, String production) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("development", development);
        versions.put("staging", staging);
        versions.put("production", production);
        List<TargetSpec> targets = new ArrayList<>();
        versions.forEach((environment, version) -> {
            WorkloadKey key = key(environment, name);
            targets.add(new TargetSpec(environment, key));
            int pods = environment.equals("production") ? 6 : 2;
            workloads.put(key, Reading.of(SampleWorkloads.healthy(key, version, pods), NOW.minusSeconds(2)));
        });
        services.add(new ServiceSpec(name, group, repository(name), "ci.yml", "release.yml", targets, false));
    }
}
