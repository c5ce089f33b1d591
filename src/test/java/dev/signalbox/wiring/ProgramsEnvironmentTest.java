package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that the console starts get none of the variables in which the configuration looks for tokens: not those of
/// accounts that are connected, and not those of an account whose address the team file has not named yet.
class ProgramsEnvironmentTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noProgramGetsAVariableThatAnyConnectionNames() throws Exception {
        Path told = folder.resolve("told");
        Path kubeconfig = kubeconfig(script(told));
        ConsoleConfig config = new ConsoleConfig(
                List.of(
                        account("unnamed", "team", new TokenSource.Variable("TEAM_NAMES_IT_LATER")),
                        account("plain", "https://127.0.0.1:1", new TokenSource.Variable("PLAIN_TOKEN")),
                        account("printed", "https://127.0.0.1:1", new TokenSource.Program(List.of(
                                "/bin/sh", "-c", "env > " + folder.resolve("printed") + "; exit 3")))),
                List.of(new ConsoleConfig.ClusterContext(
                        new ConnectionId("lab"), List.of(kubeconfig), "lab", List.of("x"), List.of(hash(kubeconfig)))),
                null);
        Map<String, String> environment = new HashMap<>(Map.of(
                "TEAM_NAMES_IT_LATER", "ghp_canary1", "PLAIN_TOKEN", "ghp_canary2", "INNOCENT", "stays"));
        environment.put("PATH", System.getenv("PATH"));
        Folders folders = Folders.below(folder.resolve("console"));
        folders.make();
        Machine machine = Machine.here().with(environment);
        try (Engine engine = Engine.open(machine, folders)) {
            Configured set = new Configured(
                    machine, new ConsoleConfigFile(config, List.of()),
                    new VaultPlace(machine, folders, Terminal.here()).tokens());
            set.prepare(engine);
            set.connect(engine);
            await(() -> Files.exists(told));
            await(() -> problem(engine, "printed") instanceof RemoteProblem.NoCredential);
            assertThat(problem(engine, "unnamed")).isInstanceOf(RemoteProblem.NotFound.class);
        }
        for (String program : List.of("told", "printed")) {
            assertThat(folder.resolve(program)).content().as(program).contains("INNOCENT=stays")
                    .doesNotContain("TEAM_NAMES_IT_LATER").doesNotContain("PLAIN_TOKEN").doesNotContain("ghp_");
        }
    }

    private static RemoteProblem problem(Engine engine, String name) {
        Connection connection = engine.store().current().connections().get(new ConnectionId(name));
        return connection == null || connection.problem() == null
                ? new RemoteProblem.Unreadable("none yet")
                : Objects.requireNonNull(connection.problem());
    }

    private static CiAccount account(String name, String url, TokenSource source) {
        return new CiAccount(
                new ConnectionId(name), Connection.Kind.GITHUB, url, source, List.of("acme"), null, null);
    }

    /// A credential program that writes its environment down, whole or not at all.
    private Path script(Path told) throws IOException {
        Path script = Files.writeString(
                folder.resolve("credentials"), "#!/bin/sh\nenv > " + told + ".new\nmv " + told + ".new " + told
                        + "\nexit 3\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private Path kubeconfig(Path program) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: lab, cluster: {server: "https://127.0.0.1:1"}}]
                contexts: [{name: lab, context: {cluster: lab, user: me}}]
                users:
                  - name: me
                    user:
                      exec:
                        apiVersion: client.authentication.k8s.io/v1
                        interactiveMode: Never
                        command: %s
                """.formatted(program));
    }

    private static String hash(Path kubeconfig) {
        Kubeconfig.Context context = Kubeconfig.load(List.of(kubeconfig)).context("lab").orElseThrow();
        return Objects.requireNonNull(((Kubeconfig.Context.Usable) context).access().identity().plugin()).hash();
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 1_200 && !wanted.getAsBoolean(); i++) {
            boolean unused = never.await(50, TimeUnit.MILLISECONDS);
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }
}
