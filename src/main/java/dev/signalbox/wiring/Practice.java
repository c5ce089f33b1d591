package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.practice.story.PracticeTeam;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The embedded team, and the configuration that leads an ordinary console to it: only the addresses are special.
final class Practice implements AutoCloseable, Connecting {

    private static final String TOKEN_VARIABLE = "SIGNALBOX_PRACTICE_TOKEN";
    private static final String GITLAB_TOKEN_VARIABLE = "SIGNALBOX_PRACTICE_GITLAB_TOKEN";

    private static final ConnectionId GITHUB = new ConnectionId("GitHub");
    private static final ConnectionId GITLAB = new ConnectionId("GitLab");
    private static final ConnectionId STAGING = new ConnectionId("staging-1");
    private static final ConnectionId PRODUCTION = new ConnectionId("prod-eu");
    private static final Map<ConnectionId, List<String>> WATCHED =
            Map.of(STAGING, List.of("development", "staging"), PRODUCTION, List.of("production"));

    private final Machine machine;
    private final Threads threads;
    private final PracticeTeam team;

    private Practice(Machine machine, Threads threads, PracticeTeam team) {
        this.machine = machine;
        this.threads = threads;
        this.team = team;
    }

    /// Makes the team; it has no past yet and nothing listens.
    static Practice make(Machine machine, Folders folders) {
        return make(machine, folders, new Threads());
    }

    /// The same on given threads, which close with it.
    static Practice make(Machine machine, Folders folders, Threads threads) {
        PracticeTeam team = new PracticeTeam(
                folders.cache().resolve("team"), machine.clock(), threads.ticks(), machine.random(), threads.workers());
        return new Practice(machine, threads, team);
    }

    /// Makes the team and starts the servers and the story.
    static Practice start(Machine machine, Folders folders) throws IOException {
        Practice practice = make(machine, folders);
        try {
            practice.team.start();
            return practice;
        } catch (IOException failure) {
            practice.close();
            throw failure;
        }
    }

    /// Shows the team's board.
    @Override
    public void prepare(Engine engine) throws IOException {
        engine.describe(team.board(), Optional.of(GITHUB), WATCHED, List.of());
    }

    /// Gives the team its past, starts the servers and the story, and connects to them. The past is the work of a whole
    /// second on both cores, which the window would wait for if it were done before.
    @Override
    public void connect(Engine engine) throws IOException {
        team.start();
        engine.connect(on(machine), config(), Tokens.ofEnvironment(on(machine)));
    }

    Addresses addresses() {
        return team.addresses();
    }

    PracticeTeam team() {
        return team;
    }

    /// What a user would have written to connect to this team.
    ConsoleConfig config() {
        return new ConsoleConfig(
                List.of(new ConsoleConfig.CiAccount(
                        GITHUB, Connection.Kind.GITHUB, addresses().github().toString(), TOKEN_VARIABLE,
                        List.of("acme"), null, null),
                        new ConsoleConfig.CiAccount(
                                GITLAB, Connection.Kind.GITLAB, addresses().gitlab().toString(),
                                GITLAB_TOKEN_VARIABLE, List.of("acme/platform"), null, null)),
                List.of(cluster(STAGING), cluster(PRODUCTION)),
                addresses().board());
    }

    private ConsoleConfig.ClusterContext cluster(ConnectionId id) {
        return new ConsoleConfig.ClusterContext(
                id, List.of(addresses().kubeconfig()), id.name(), WATCHED.getOrDefault(id, List.of()), List.of(),
                ClusterMark.ORDINARY, List.of(addresses().kubectl()));
    }

    /// The machine with the practice token where the configuration looks for it, and without any real one.
    Machine on(Machine machine) {
        Map<String, String> environment = new HashMap<>(machine.environment());
        environment.keySet().removeIf(name -> name.contains("TOKEN") || name.equals("KUBECONFIG"));
        environment.put(TOKEN_VARIABLE, addresses().token());
        environment.put(GITLAB_TOKEN_VARIABLE, addresses().gitlabToken());
        return machine.with(environment);
    }

    @Override
    public void close() {
        team.close();
        threads.close();
    }
}
