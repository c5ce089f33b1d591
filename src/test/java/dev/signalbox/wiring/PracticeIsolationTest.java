package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.ui.shell.Incident;
import dev.signalbox.wiring.config.BoardFile;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Practice cannot reach anything real: no address, no token and no file of the person's own leads out of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeIsolationTest {

    @SuppressWarnings("NullAway.Init") // made before the first test
    private Practice practice;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private Path home;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        home = folder;
        Folders folders = Folders.below(folder);
        folders.make();
        practice = Practice.start(Machine.here(), folders);
    }

    @AfterAll
    void stop() {
        practice.close();
    }

    @Test
    void everyAddressIsOnThisMachine() {
        ConsoleConfig config = practice.config();
        assertThat(config.accounts()).extracting(ConsoleConfig.CiAccount::kind)
                .containsExactly(Connection.Kind.GITHUB, Connection.Kind.GITLAB);
        assertThat(config.accounts()).allSatisfy(account -> {
            assertThat(URI.create(account.url()).getHost()).isEqualTo("127.0.0.1");
            assertThat(account.proxy()).isNull();
        });
        assertThat(config.clusters()).hasSize(2)
                .allSatisfy(c -> assertThat(c.kubeconfig()).containsExactly(practice.addresses().kubeconfig()))
                .allSatisfy(c -> assertThat(c.allowedCommands()).as("no credential program").isEmpty());
    }

    @Test
    void aCopiedCommandLeadsToTheTeamTooByTheFileThatKubectlUnderstands() throws IOException {
        assertThat(practice.config().clusters())
                .allSatisfy(c -> assertThat(c.kubectl()).containsExactly(practice.addresses().kubectl()))
                .allSatisfy(c -> assertThat(Files.readString(practice.addresses().kubectl()))
                        .contains("name: " + c.context()));
    }

    @Test
    void theKubeconfigLeadsNowhereElse() throws IOException {
        List<String> servers = Files.readString(practice.addresses().kubeconfig()).lines()
                .filter(line -> line.contains("server:"))
                .map(line -> line.replaceAll(".*server:\\s*\"?([^\"]*)\"?.*", "$1"))
                .toList();
        assertThat(servers).hasSize(2)
                .allSatisfy(server -> assertThat(URI.create(server).getHost()).isEqualTo("127.0.0.1"));
        assertThat(Files.readString(practice.addresses().kubeconfig())).doesNotContain("exec:");
    }

    @Test
    void noTokenAndNoKubeconfigOfThePersonGoesIn() {
        Machine real = Machine.here().with(Map.of(
                "GITHUB_TOKEN", "ghp_canary", "GH_TOKEN", "ghp_canary", "WORK_TOKEN_2", "ghp_canary",
                "KUBECONFIG", "/home/ada/.kube/config", "PATH", "/usr/bin", "LANG", "en"));
        Map<String, String> inside = practice.on(real).environment();
        assertThat(inside.toString()).doesNotContain("canary").doesNotContain("/home/ada");
        assertThat(inside).containsEntry("PATH", "/usr/bin").containsEntry("LANG", "en")
                .doesNotContainKey("KUBECONFIG");
        List<String> variables = practice.config().accounts().stream()
                .map(account -> ((ConsoleConfig.TokenSource.Variable) account.token()).name())
                .toList();
        assertThat(inside.get(variables.getFirst())).isEqualTo(practice.addresses().token()).startsWith("practice_");
        assertThat(inside.get(variables.getLast()))
                .isEqualTo(practice.addresses().gitlabToken()).startsWith("glpat-practice-");
        assertThat(practice.on(real).operator()).as("who acts stays the same").isEqualTo(real.operator());
    }

    @Test
    void itsFilesLieWhereFilesMayBeDeletedAtAnyTime() {
        Path cache = Folders.below(home).cache();
        assertThat(List.of(
                practice.addresses().board(), practice.addresses().kubeconfig()))
                .allSatisfy(file -> assertThat(file.startsWith(cache)).isTrue());
    }

    @Test
    void itsBoardIsWhatAPersonCouldHaveWritten() throws IOException {
        ConsoleConfig config = practice.config();
        BoardFile board = BoardFile.read(
                Files.readString(practice.addresses().board()), "board.yaml",
                Optional.of(config.accounts().getFirst().id()),
                new HashSet<>(config.clusters().stream().map(ConsoleConfig.ClusterContext::id).toList()));
        assertThat(board.problems()).isEmpty();
        assertThat(board.spec().services()).hasSize(12);
        assertThat(board.spec().services()).allSatisfy(service -> assertThat(service.targets()).isNotEmpty());
        assertThat(board.spec().isProduction("production")).isTrue();
    }

    @Test
    void incidentsAreStartedAndEndedBesideTheScreenAndReadAgainAfterTheirEnd() {
        Deque<Runnable> work = new ArrayDeque<>();
        List<String> heard = new ArrayList<>();
        PracticeIncidents menu = new PracticeIncidents(practice.team(), work::add, () -> heard.add("refresh"));
        assertThat(menu.all()).extracting(Incident::id).contains("bad-deploy", "rate-limit", "token-revoked");
        assertThat(menu.all()).allSatisfy(each -> {
            assertThat(each.title()).isNotBlank();
            assertThat(each.explanation()).endsWith(".");
            assertThat(each.running()).isFalse();
        });

        menu.start("token-revoked");
        assertThat(running(menu)).as("calls return at once").isEmpty();
        work.remove().run();
        assertThat(running(menu)).containsExactly("token-revoked");
        assertThat(heard).isEmpty();

        menu.end("token-revoked");
        assertThat(running(menu)).containsExactly("token-revoked");
        work.remove().run();
        assertThat(running(menu)).isEmpty();
        assertThat(heard).containsExactly("refresh");
        assertThat(work).isEmpty();
    }

    private static List<String> running(PracticeIncidents menu) {
        return menu.all().stream().filter(Incident::running).map(Incident::id).toList();
    }
}
