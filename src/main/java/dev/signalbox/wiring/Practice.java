package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.practice.story.PracticeTeam;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The embedded team, and the configuration that leads an ordinary console to it: only the addresses are special.
final class Practice implements AutoCloseable {

    private static final String TOKEN_VARIABLE = "SIGNALBOX_PRACTICE_TOKEN";

    private final Threads threads;
    private final PracticeTeam team;
    private final Addresses addresses;

    private Practice(Threads threads, PracticeTeam team, Addresses addresses) {
        this.threads = threads;
        this.team = team;
        this.addresses = addresses;
    }

    /// Starts the servers and the story.
    static Practice start(Machine machine, Folders folders) throws IOException {
        Threads threads = new Threads();
        PracticeTeam team = new PracticeTeam(
                folders.data().resolve("team"), machine.clock(), threads.ticks(), machine.random(), threads.workers());
        try {
            return new Practice(threads, team, team.start());
        } catch (IOException failure) {
            team.close();
            threads.close();
            throw failure;
        }
    }

    Addresses addresses() {
        return addresses;
    }

    PracticeTeam team() {
        return team;
    }

    /// What a user would have written to connect to this team.
    ConsoleConfig config() {
        return new ConsoleConfig(
                List.of(new ConsoleConfig.GitHubAccount(
                        new ConnectionId("GitHub"), addresses.github().toString(), TOKEN_VARIABLE, List.of("acme"),
                        null)),
                List.of(
                        cluster("staging-1", List.of("development", "staging")),
                        cluster("prod-eu", List.of("production"))),
                addresses.board());
    }

    private ConsoleConfig.ClusterContext cluster(String name, List<String> namespaces) {
        return new ConsoleConfig.ClusterContext(
                new ConnectionId(name), List.of(addresses.kubeconfig()), name, namespaces, List.of());
    }

    /// The machine with the practice token where the configuration looks for it, and without any real one.
    Machine on(Machine machine) {
        Map<String, String> environment = new HashMap<>(machine.environment());
        environment.keySet().removeIf(name -> name.contains("TOKEN") || name.equals("KUBECONFIG"));
        environment.put(TOKEN_VARIABLE, addresses.token());
        return machine.with(environment);
    }

    @Override
    public void close() {
        team.close();
        threads.close();
    }
}
