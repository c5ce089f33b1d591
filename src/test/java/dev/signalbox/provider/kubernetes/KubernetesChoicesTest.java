package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.ExecCommand;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.port.ClusterChoices;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesChoicesTest {

    @TempDir
    private Path folder = Path.of("");

    private final StubServer server = StubServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                current-context: prod-eu
                clusters:
                  - {name: eu, cluster: {server: "%s"}}
                  - {name: nowhere, cluster: {}}
                users:
                  - {name: ada, user: {token: canary-token}}
                  - name: aws
                    user:
                      exec:
                        apiVersion: client.authentication.k8s.io/v1
                        command: ./keeper
                        args: [eks, get-token]
                        env: [{name: AWS_PROFILE, value: canary-profile}]
                contexts:
                  - {name: prod-eu, context: {cluster: eu, user: ada, namespace: shop}}
                  - {name: by-program, context: {cluster: eu, user: aws}}
                  - {name: broken, context: {cluster: nowhere, user: ada}}
                """.formatted(server.address()));
    }

    private ClusterChoices choices(List<Path> found) {
        return Kubernetes.choices(() -> found, "signalbox/test", Rig.runtime(System::nanoTime));
    }

    private ContextChoice context(String name) throws IOException {
        return choices(List.of()).find(List.of(config())).contexts().stream()
                .filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /// The program that the second context names; it leaves a sign when it runs.
    private void keeper() throws IOException {
        Path file = Files.writeString(folder.resolve("keeper"), """
                #!/bin/sh
                touch "$(dirname "$0")/ran"
                echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t-1"}}'
                """);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void namespaces(RawAnswer answer) {
        server.on("GET", "/api/v1/namespaces?limit=500").answer(answer);
    }

    @Test
    void listsContextsWithServerAndUser() throws IOException {
        ContextList list = choices(List.of()).find(List.of(config()));

        assertThat(list.contexts()).extracting(ContextChoice::name)
                .containsExactly("prod-eu", "by-program", "broken");
        ContextChoice prod = list.contexts().getFirst();
        assertThat(prod.server()).isEqualTo(server.address());
        assertThat(prod.user()).isEqualTo("ada");
        assertThat(prod.namespace()).isEqualTo("shop");
        assertThat(prod.current()).isTrue();
        assertThat(prod.command()).isNull();
        assertThat(prod.isUsable()).isTrue();
        assertThat(list.toString()).doesNotContain("canary");
    }

    @Test
    void showsTheWholeCommandOfAProgramAndRunsNothing() throws IOException {
        keeper();

        ExecCommand command = Objects.requireNonNull(context("by-program").command());

        assertThat(command.line()).containsExactly("./keeper", "eks", "get-token");
        assertThat(command.variables()).containsExactly("AWS_PROFILE");
        assertThat(command.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aCommandThatNobodyCanLookAtMakesItsContextUseless() throws IOException {
        Path file = folder.resolve("long");
        for (int length : List.of(7_900, 8_100)) {
            Files.writeString(file, """
                    clusters: [{name: c, cluster: {server: "https://example.com"}}]
                    users:
                      - name: u
                        user:
                          exec: {apiVersion: client.authentication.k8s.io/v1, command: sh, args: [-c, "%s"]}
                    contexts: [{name: x, context: {cluster: c, user: u}}]
                    """.formatted("x".repeat(length)));

            ContextChoice context = choices(List.of()).find(List.of(file)).contexts().getFirst();

            assertThat(context.isUsable()).as("%s characters", length).isEqualTo(length < 8_000);
            assertThat(context.problem()).isEqualTo(length < 8_000
                    ? ""
                    : "The command that it wants to run for a credential is too long to be looked at.");
        }
    }

    @Test
    void aContextThatCannotBeUsedSaysWhy() throws IOException {
        ContextChoice broken = context("broken");

        assertThat(broken.isUsable()).isFalse();
        assertThat(broken.problem()).contains("has no server");
    }

    @Test
    void takesTheFilesOfThisMachineWhereNoneIsGiven() throws IOException {
        Path config = config();

        ContextList list = choices(List.of(config)).find(List.of());

        assertThat(list.files()).containsExactly(config);
        assertThat(list.contexts()).allSatisfy(context -> assertThat(context.files()).isEmpty());
    }

    @Test
    void aFileThatIsNoneIsTold() throws IOException {
        Path none = folder.resolve("none");
        Path odd = Files.writeString(folder.resolve("odd"), "- just\n- a list\n");

        assertThat(choices(List.of()).find(List.of(none, odd)).problems()).hasSize(2);
    }

    @Test
    void listsTheNamespacesOfACluster() throws IOException {
        namespaces(RawAnswer.json("""
                {"kind":"NamespaceList","items":[{"metadata":{"name":"shop"}},{"metadata":{"name":"billing"}},{}]}"""));

        NamespaceList list = choices(List.of()).namespaces(context("prod-eu"), Set.of());

        assertThat(list).isEqualTo(new NamespaceList.Listed(List.of("billing", "shop")));
        assertThat(server.requests().getFirst().header("Authorization")).contains("Bearer canary-token");
    }

    @Test
    void listsTheNamespacesOfEveryPage() throws IOException {
        namespaces(RawAnswer.json("""
                {"metadata":{"continue":"a b/2"},"items":[{"metadata":{"name":"shop"}}]}"""));
        server.on("GET", "/api/v1/namespaces?limit=500&continue=a%20b%2F2")
                .answer(RawAnswer.json("{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"billing\"}}]}"));

        NamespaceList list = choices(List.of()).namespaces(context("prod-eu"), Set.of());

        assertThat(list).isEqualTo(new NamespaceList.Listed(List.of("billing", "shop")));
        server.verify();
    }

    @Test
    void readsTheWorkloadsOfEveryPage() throws Exception {
        for (WorkloadKind kind : WorkloadKind.values()) {
            String list = "/apis/apps/v1/namespaces/shop/" + kind.plural() + "?limit=500";
            server.on("GET", list).answer(RawAnswer.json(workloads("first", "more")));
            server.on("GET", list + "&continue=more").answer(RawAnswer.json(workloads("second", "")));
        }

        List<Workload> all = choices(List.of()).workloads(
                new ConnectionId("eu"), context("prod-eu"), List.of("shop"), Set.of());

        assertThat(all).hasSize(2 * WorkloadKind.values().length).extracting(w -> w.key().name())
                .containsOnly("first", "second");
        server.verify();
    }

    private static String workloads(String name, String next) {
        return """
                {"metadata":{"continue":"%s"},"items":[{"metadata":{"name":"%s","namespace":"shop","uid":"u-1"}}]}"""
                .formatted(next, name);
    }

    @Test
    void aListWithoutAnEndIsNotWaitedFor() throws IOException {
        String page = "{\"metadata\":{\"continue\":\"again\"},\"items\":[]}";
        namespaces(RawAnswer.json(page));
        for (int i = 1; i < 40; i++) {
            server.on("GET", "/api/v1/namespaces?limit=500&continue=again").answer(RawAnswer.json(page));
        }

        NamespaceList list = choices(List.of()).namespaces(context("prod-eu"), Set.of());

        assertThat(list).isInstanceOfSatisfying(
                NamespaceList.Failed.class, failed -> assertThat(failed.problem())
                        .isEqualTo(new RemoteProblem.Unreadable("More than 20000 namespaces")));
        server.verify();
    }

    @Test
    void saysWhatToDoWhereListingIsForbidden() throws IOException {
        namespaces(RawAnswer.json("{\"kind\":\"Status\",\"code\":403,\"message\":\"forbidden\"}").status(403));

        NamespaceList list = choices(List.of()).namespaces(context("prod-eu"), Set.of());

        assertThat(list).isInstanceOfSatisfying(
                NamespaceList.Forbidden.class,
                forbidden -> assertThat(forbidden.sentence()).contains("Type the names").contains("“shop”"));
    }

    @Test
    void aClusterThatFailsIsNotEmpty() throws IOException {
        namespaces(RawAnswer.json("{\"message\":\"no\"}").status(401));

        NamespaceList list = choices(List.of()).namespaces(context("prod-eu"), Set.of());

        assertThat(list).isInstanceOfSatisfying(
                NamespaceList.Failed.class,
                failed -> assertThat(failed.problem()).isInstanceOf(RemoteProblem.Unauthorized.class));
        assertThat(list.toString()).doesNotContain("canary");
    }

    @Test
    void runsNoProgramThatNobodyAllowed() throws IOException {
        keeper();

        NamespaceList list = choices(List.of()).namespaces(context("by-program"), Set.of("another fingerprint"));

        assertThat(list).isInstanceOf(NamespaceList.Failed.class);
        assertThat(folder.resolve("ran")).doesNotExist();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void runsTheProgramThatWasAllowed() throws IOException {
        keeper();
        namespaces(RawAnswer.json("{\"items\":[]}"));
        ContextChoice context = context("by-program");

        NamespaceList list = choices(List.of())
                .namespaces(context, Set.of(Objects.requireNonNull(context.command()).fingerprint()));

        assertThat(list).isEqualTo(new NamespaceList.Listed(List.of()));
        assertThat(server.requests().getFirst().header("Authorization")).contains("Bearer t-1");
    }

    @Test
    void aContextThatWentAwayIsTold() throws IOException {
        ContextChoice context = context("prod-eu");
        Files.writeString(folder.resolve("config"), "contexts: []\n");

        assertThat(choices(List.of()).namespaces(context, Set.of())).isInstanceOf(NamespaceList.Failed.class);
    }

    @Test
    void namesThatWereMeantToDeceiveAreMadeSafe() throws IOException {
        Path hostile = Files.writeString(folder.resolve("hostile"), """
                clusters: [{name: c, cluster: {server: "https://example.com"}}]
                users: [{name: "ada\\u202Egnp", user: {}}]
                contexts: [{name: x, context: {cluster: c, user: "ada\\u202Egnp"}}]
                """);

        ContextChoice context = choices(List.of()).find(List.of(hostile)).contexts().getFirst();

        assertThat(context.user()).doesNotContain("\u202E");
    }
}
