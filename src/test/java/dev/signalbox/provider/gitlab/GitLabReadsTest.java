package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.CertificateFile;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Keys;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reads beside the ports: what a pipeline was given, how its tests went, which merge requests and releases there are.
class GitLabReadsTest {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final FaultServer stub = FaultServer.start(this::play);
    private final HttpRuntime runtime = new HttpRuntime(
            InstantSource.fixed(GitLabWire.NOW), System::nanoTime, new SplittableRandom(7),
            Thread.ofVirtual().factory());
    private final HttpDoor door = HttpDoor.open(
            HttpSettings.of(GitLab.base(stub.address()), GitLab.token(GitLabWire.SECRET), runtime));
    private final GitLabRequests requests = new GitLabRequests(
            door,
            new GitLabServer(GitLab.base(stub.address()), InstantSource.fixed(GitLabWire.NOW)),
            new GitLabProjects());
    private final GitLabClient client = new GitLabClient(requests);
    private final GitLabDeliveryClient deliveries = new GitLabDeliveryClient(requests);

    @AfterEach
    void close() {
        door.close();
        stub.close();
        GitLabSchema schema = GitLabSchema.read();
        assertThat(stub.requests()).allSatisfy(request -> assertThat(
                schema.faults(request.method(), URI.create(request.target()), null)).isEmpty());
    }

    @Test
    void namesOfVariablesAreReadAndValuesNever() throws RemoteFailure {
        answers.put("pipelines/30433642/variables", """
                [{"key":"VERSION","value":"1.2"},{"key":"PASSWORD","value":"hunter2"},{"value":"x"},{"key":""}]""");
        assertThat(client.variableNames(RUN)).containsExactly("VERSION", "PASSWORD");
    }

    @Test
    void tellsHowTheTestsWentInAll() throws RemoteFailure {
        answers.put("pipelines/30433642/test_report_summary", """
                {"total":{"time":0.42,"count":5,"success":2,"failed":1,"skipped":1,"error":1,"suite_error":null}}""");
        assertThat(client.testSummary(RUN)).isEqualTo(new TestSummaryJson(
                5, 2, 1, 1, 1, new BigDecimal("0.42"), List.of()));
    }

    @Test
    void aSummaryOfNothingIsNothing() throws RemoteFailure {
        answers.put("pipelines/30433642/test_report_summary", "{\"total\":[]}");
        assertThat(client.testSummary(RUN)).isEqualTo(new TestSummaryJson(0, 0, 0, 0, 0, null, List.of()));
    }

    @Test
    void tellsTheMergeRequestsOfADeploymentAndOfACommit() throws RemoteFailure {
        String one = """
                [{"iid":12,"title":"Fix","state":"merged","author":{"username":"ada"},
                  "merged_at":"2026-11-20T10:00:00Z","web_url":"https://gitlab.com/a/b/-/merge_requests/12"}]""";
        MergeRequestJson there = new MergeRequestJson(
                12L, "Fix", "merged", "ada", Instant.parse("2026-11-20T10:00:00Z"),
                "https://gitlab.com/a/b/-/merge_requests/12");
        answers.put("deployments/41/merge_requests?per_page=100", one);
        answers.put("repository/commits/99d0/merge_requests?per_page=100", one);
        assertThat(deliveries.mergeRequests(REPOSITORY, 41)).containsExactly(there);
        assertThat(deliveries.mergeRequests(REPOSITORY, "99d0")).containsExactly(there);
    }

    @Test
    void tellsReleases() throws RemoteFailure {
        answers.put("releases?per_page=20",
                """
                        [{"tag_name":"v1.2","name":"One two","description":"notes","released_at":"2026-11-20T10:00:00Z",
                          "upcoming_release":true,"author":{"id":1,"username":"ada"},"_links":{"self":"https://gitlab.com/a/b/-/releases/v1.2"}},
                         {}]""");
        List<ReleaseJson> releases = deliveries.releases(REPOSITORY);
        assertThat(releases).first().isEqualTo(new ReleaseJson(
                "v1.2", "One two", "ada", Instant.parse("2026-11-20T10:00:00Z"), true,
                "https://gitlab.com/a/b/-/releases/v1.2"));
        assertThat(releases.get(1).tag()).isNull();
    }

    @Test
    void aServerWithACertificateOfItsOwnAuthorityIsReadWhereThatIsTrusted() throws Exception {
        var authority = CertificateFile.read(Path.of(
                Objects.requireNonNull(GitLabReadsTest.class.getResource("/tls/ca.pem")).toURI()));
        try (FaultServer secure = FaultServer.startSecure(Keys.of("good"), this::play);
                GitLab trusting = secure(secure, authority);
                GitLab doubting = secure(secure, List.of())) {
            answers.put("freeze_periods?per_page=100", "[]");
            assertThat(trusting.provider().freezes().of(REPOSITORY)).isEmpty();
            assertThat(catchThrowable(
                    () -> doubting.provider().freezes().of(REPOSITORY)))
                    .hasMessageContaining("is not trusted");
            assertThat(secure.requests()).hasSize(1);
        }
    }

    private GitLab secure(FaultServer server, List<X509Certificate> trusted) {
        HttpSettings http = HttpSettings.of(GitLab.base(server.address()), GitLab.token(GitLabWire.SECRET), runtime)
                .withTrusted(trusted);
        return GitLab.open(new GitLabSettings(GitLabWire.CONNECTION, List.of(), http));
    }

    private void play(ReceivedRequest request, Line line) throws IOException {
        String target = request.target().replaceFirst("/api/v4/projects/[^/]+/", "");
        String body = answers.get(target);
        line.write((body == null ? RawAnswer.json("{}").status(404) : RawAnswer.json(body)).bytes());
    }
}
