package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import dev.signalbox.provider.kubernetes.kubeconfig.ExecPlugin;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // the programs of these tests are scripts
class ExecRunnerTest {

    private static final String V1 = "client.authentication.k8s.io/v1";
    private static final String ANSWER = "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1
            + "\",\"status\":{\"token\":\"fetched\",\"expirationTimestamp\":\"2026-11-20T10:15:00Z\"}}";

    @TempDir
    Path folder;

    @Test
    void takesTheTokenFromStandardOutputAndIgnoresWarnings() throws Exception {
        ExecCredential credential = run(script("echo warning >&2; echo '" + ANSWER + "'"));
        assertThat(credential.token()).isEqualTo(new Secret("fetched"));
        assertThat(credential.isFreshAt(Instant.parse("2026-11-20T10:13:59Z"))).isTrue();
        assertThat(credential.isFreshAt(Instant.parse("2026-11-20T10:14:00Z"))).isFalse();
    }

    @Test
    void passesArgumentsLiterallyAndNeverThroughAShell() throws Exception {
        Path program = script("printf '%s\\n' \"$@\" > \"$OUT\"; echo '" + ANSWER + "'");
        List<String> args = List.of("$(touch " + folder.resolve("ran") + ")", ";touch", "a b", "`id`", "");
        run(plugin(program.toString(), args, Map.of("OUT", new Secret(folder.resolve("args").toString()))));
        assertThat(Files.readString(folder.resolve("args"))).isEqualTo(String.join("\n", args) + "\n");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void findsARelativeProgramBesideTheKubeconfig() throws Exception {
        script("echo '" + ANSWER + "'");
        assertThat(run(plugin("./plugin", List.of(), Map.of())).token()).isNotNull();
    }

    @Test
    void doesNotLookIntoTheCurrentFolder() {
        assertThat(new ExecPrograms(Map.of("PATH", ".:")).find(folder.resolve("config"), "pom.xml")).isEmpty();
    }

    @Test
    void tellsTheProgramThatNobodyIsThere() throws Exception {
        Path program =
                script("printf '%s' \"$KUBERNETES_EXEC_INFO\" > \"$OUT\"; cat > \"$OUT.in\"; echo '" + ANSWER + "'");
        run(plugin(program.toString(), List.of(), Map.of("OUT", new Secret(folder.resolve("info").toString()))));
        assertThat(Tree.JSON.readTree(Files.readString(folder.resolve("info"))).path("spec").path("interactive")
                .asBoolean(true))
                .isFalse();
        assertThat(folder.resolve("info.in")).isEmptyFile();
    }

    @Test
    void namesAMissingProgramAndSaysWhereToGetIt() {
        assertThatThrownBy(() -> run(plugin("no-such-program", List.of(), Map.of())))
                .hasMessage("The credential program no-such-program was not found. Install it from example.org");
    }

    @Test
    void showsWhatAFailingProgramComplainsOfWithoutSecrets() throws Exception {
        Path program = script("echo \"login expired $KEY\" >&2; exit 3");
        assertThatThrownBy(() -> run(plugin(program.toString(), List.of(), Map.of("KEY", new Secret("canary-123")))))
                .hasMessageContaining("ended with code 3: login expired")
                .hasMessageNotContaining("canary-123");
    }

    @Test
    void neverRepeatsWhatWasPrintedInsteadOfACredential() throws Exception {
        Path program = script("echo 'canary {'");
        assertThatThrownBy(() -> run(program))
                .hasMessageContaining("did not print an ExecCredential")
                .hasMessageNotContaining("canary");
    }

    @Test
    void stopsAProgramThatFloods() throws Exception {
        Path program = script("exec yes");
        assertThatThrownBy(() -> run(program)).hasMessageContaining("printed more than 1 MB");
    }

    @Test
    void stopsAProgramThatHangsAndAllThatItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        Path program = script("sleep 600 & echo $! > " + pid + "; wait");
        assertThatThrownBy(
                () -> runner(Duration.ofSeconds(2)).run(plugin(program.toString(), List.of(), Map.of()), ACCESS))
                .hasMessageContaining("did not finish");
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child).ifPresent(left -> left.onExit().join());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void isNeverStartedWithoutConsentAndTheContextSaysSo() throws Exception {
        Path program = script("touch " + folder.resolve("ran"));
        Credentials credentials = credentials(plugin(program.toString(), List.of(), Map.of()), (f, c, h) -> false,
                Instant.EPOCH);
        assertThatThrownBy(credentials::now).isInstanceOfSatisfying(RemoteFailure.class,
                failure -> assertThat(failure.problem()).isInstanceOfSatisfying(RemoteProblem.Unauthorized.class,
                        problem -> assertThat(problem.detail()).contains("wants to run the program",
                                "allow it first")));
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void asksForConsentToExactlyThisProgramItsArgumentsAndItsEnvironment() {
        ExecPlugin one = plugin("x", List.of("a", "b"), Map.of());
        assertThat(plugin("x", List.of("a", "b"), Map.of()).hash()).isEqualTo(one.hash());
        assertThat(plugin("x", List.of("ab"), Map.of()).hash()).isNotEqualTo(one.hash());
        assertThat(plugin("x", List.of("a", "b"), Map.of("K", new Secret("v"))).hash()).isNotEqualTo(one.hash());
    }

    @Test
    void runsOnceForManyAndAgainWhenRefusedOrOld() throws Exception {
        Path count = folder.resolve("count");
        Path program = script("echo x >> " + count + "; echo '" + ANSWER + "'");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
        Credentials credentials = new Credentials(
                access(plugin(program.toString(), List.of(), Map.of())), (f, c, h) -> true,
                runner(Duration.ofSeconds(20)),
                now::get);
        CountDownLatch done = new CountDownLatch(8);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    credentials.now();
                    done.countDown();
                } catch (RemoteFailure e) {
                    // then the latch stays closed
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done.getCount()).isZero();
        assertThat(Files.readAllLines(count)).hasSize(1);
        assertThat(credentials.refused()).isTrue();
        credentials.now();
        assertThat(Files.readAllLines(count)).hasSize(2);
        now.set(Instant.parse("2026-11-20T10:14:30Z"));
        credentials.now();
        assertThat(Files.readAllLines(count)).hasSize(3);
    }

    @Test
    void aProgramThatFailsRunsOnceForAllWhoWaitForItAndAgainForWhoComesLater() throws Exception {
        Path count = folder.resolve("count");
        Path gate = folder.resolve("gate");
        assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
        Path program = script("echo x >> " + count + "; read line < " + gate + "; echo no login >&2; exit 1");
        Credentials credentials = credentials(
                plugin(program.toString(), List.of(), Map.of()), (f, c, h) -> true,
                Instant.parse("2026-11-20T10:00:00Z"));
        Queue<RemoteProblem> problems = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    credentials.now();
                } catch (RemoteFailure e) {
                    problems.add(e.problem());
                }
            }));
        }
        // One of them waits for the program, the others for that one.
        Set<Thread.State> waits = EnumSet.of(
                Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);
        while (!threads.stream().allMatch(thread -> waits.contains(thread.getState()))) {
            Thread.onSpinWait();
        }
        Files.writeString(gate, "go on\n");
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Files.readAllLines(count)).hasSize(1);
        assertThat(problems).hasSize(8).allSatisfy(problem -> assertThat(problem)
                .isInstanceOf(RemoteProblem.Unauthorized.class)
                .hasToString(problems.element().toString()));
        Thread opener = Thread.ofVirtual().start(() -> {
            try {
                Files.writeString(gate, "go on\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThatThrownBy(credentials::now).isInstanceOf(RemoteFailure.class);
        opener.join();
        assertThat(Files.readAllLines(count)).hasSize(2);
    }

    private static final ClusterAccess ACCESS = new ClusterAccess(
            URI.create("https://cluster:6443"), new Trust(null, null, false), null, Identity.ANONYMOUS,
            Impersonation.NONE, Path.of("config"));

    private Path script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private ExecPlugin plugin(String command, List<String> args, Map<String, Secret> env) {
        return new ExecPlugin(
                folder.resolve("config"), command, args, env, V1, false, "Install it from example.org");
    }

    private ExecCredential run(Path program) throws IOException, InterruptedException {
        return run(plugin(program.toString(), List.of(), Map.of()));
    }

    private ExecCredential run(ExecPlugin plugin) throws IOException, InterruptedException {
        return runner(Duration.ofSeconds(20)).run(plugin, ACCESS);
    }

    private static ExecRunner runner(Duration deadline) {
        return new ExecRunner(Map.of("PATH", "/usr/bin:/bin"), Thread.ofVirtual().factory(), deadline);
    }

    private Credentials credentials(ExecPlugin plugin, Consent consent, Instant now) {
        return new Credentials(access(plugin), consent, runner(Duration.ofSeconds(20)), () -> now);
    }

    private static ClusterAccess access(ExecPlugin plugin) {
        return new ClusterAccess(
                ACCESS.server(), ACCESS.trust(), null, new Identity(null, null, null, null, plugin),
                Impersonation.NONE, ACCESS.file());
    }
}
