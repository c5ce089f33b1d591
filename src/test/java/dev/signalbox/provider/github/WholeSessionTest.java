package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.testing.faults.Behaviour;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that the provider can ask, against a server that leads elsewhere wherever it can: the credential goes to
/// the account's own origin and nowhere else (CVE-2026-48501), and is gone with the account (CVE-2025-14269).
class WholeSessionTest {

    private static final String TOKEN = "ghp_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH";
    private static final RepositoryId REPOSITORY = new RepositoryId(new ConnectionId("gh"), "acme", "checkout");
    private static final RunId RUN = new RunId(REPOSITORY, 641);
    private static final Workflow WORKFLOW =
            new Workflow(REPOSITORY, 7, "CI", ".github/workflows/ci.yml", true, null);

    @TempDir
    private Path folder = Path.of("");

    private final FaultServer elsewhere = FaultServer.start(Faults.answer(RawAnswer.json("[]")));
    private final FaultServer server = FaultServer.start();

    @BeforeEach
    void leadEverythingElsewhere() {
        Behaviour log = Faults.redirect(302, elsewhere.address() + "/blob?sig=secret-of-the-store");
        Behaviour page = Faults.answer(RawAnswer.json("[]")
                .with("Link", "<" + elsewhere.address() + "/page2>; rel=\"next\""));
        Behaviour object = Faults.answer(RawAnswer.json("{\"total_count\":0}")
                .with("Link", "<" + elsewhere.address() + "/page2>; rel=\"next\""));
        server.behave((request, line) -> {
            String target = request.target();
            if (target.endsWith("/logs")) {
                log.play(request, line);
            } else if (target.contains("/actions/") || target.contains("/environments")) {
                object.play(request, line);
            } else {
                page.play(request, line);
            }
        });
    }

    @AfterEach
    void close() {
        server.close();
        elsewhere.close();
    }

    @Test
    void theCredentialGoesToTheAccountsOwnOriginOnly() {
        try (GitHub github = GitHub.open(settings(TOKEN))) {
            CiProvider ports = github.provider();
            assertThat(attempts(ports)).isEqualTo(24);
        }
        assertThat(server.requests()).hasSizeGreaterThan(18)
                .allSatisfy(r -> assertThat(r.header("Authorization")).contains("Bearer " + TOKEN));
        assertThat(elsewhere.requests()).extracting(ReceivedRequest::target)
                .containsOnly("/blob?sig=secret-of-the-store");
        assertThat(elsewhere.requests()).allSatisfy(r -> {
            assertThat(r.head()).doesNotContain(TOKEN).doesNotContainIgnoringCase("authorization");
            assertThat(r.header("Cookie")).isEmpty();
        });
    }

    @Test
    void anotherAccountAtTheSameServerSeesNothingOfTheOneBefore() throws Exception {
        server.behave(Faults.answer(RawAnswer.json("{\"login\":\"ada\",\"id\":1}").with("ETag", "\"of-ada\"")));
        try (GitHub ada = GitHub.open(settings(TOKEN))) {
            assertThat(ada.provider().accounts().me().login()).isEqualTo("ada");
        }
        int before = server.requests().size();
        server.behave(Faults.answer(RawAnswer.json("{\"login\":\"grace\",\"id\":2}")));
        try (GitHub grace = GitHub.open(settings("ghp_otherAccountsOwnTokenThatIsLong00000"))) {
            assertThat(grace.provider().accounts().me().login()).isEqualTo("grace");
        }
        assertThat(server.requests().subList(before, server.requests().size())).isNotEmpty().allSatisfy(r -> {
            assertThat(r.head()).doesNotContain(TOKEN);
            assertThat(r.header("If-None-Match")).as("an answer kept for another account").isEmpty();
        });
    }

    @Test
    void anAccountThatWasClosedSendsNothingMore() {
        GitHub github = GitHub.open(settings(TOKEN));
        github.close();
        assertThat(attempts(github.provider())).isEqualTo(24);
        assertThat(server.requests()).isEmpty();
    }

    /// Calls each port; what fails because the answers make no sense has been asked all the same.
    private int attempts(CiProvider ports) {
        List<Call> calls = List.of(
                () -> ports.accounts().me(),
                () -> ports.repositories().all("acme"),
                () -> ports.repositories().all(""),
                () -> ports.repositories().recentlyPushed("acme"),
                () -> ports.repositories().one(REPOSITORY),
                () -> ports.workflows().of(REPOSITORY),
                () -> ports.workflows().manualStart(WORKFLOW, "main"),
                () -> ports.runs().recent(REPOSITORY),
                () -> ports.runs().waiting(REPOSITORY),
                () -> ports.runs().one(RUN),
                () -> ports.runs().attempt(RUN, 1),
                () -> ports.runs().jobs(RUN, 1),
                () -> ports.runs().annotations(new JobKey(RUN, 5)),
                () -> ports.runs().log(new JobKey(RUN, 5), folder.resolve("log")),
                () -> ports.approvals().pending(RUN),
                () -> ports.approvals().reviews(RUN),
                () -> ports.environments().of(REPOSITORY),
                () -> ports.deployments().recent(REPOSITORY),
                () -> ports.deployments().to(REPOSITORY, "production"),
                () -> ports.commits().compare(new ComparisonKey(REPOSITORY, "a", "b")),
                () -> ports.sender().send(ports.commands().dispatch(
                        new Intent.TriggerRun(REPOSITORY, 7, "CI", "main", Map.of()))),
                () -> ports.sender().send(ports.commands().rerun(
                        new Intent.RerunRun(RUN, 1, new Intent.RerunRun.Scope.All(), true))),
                () -> ports.sender().send(ports.commands().cancel(new Intent.CancelRun(RUN, 1, true))),
                () -> ports.sender().send(ports.commands().review(new Intent.ReviewDeployment(
                        RUN, 1, "sha", List.of(new Gate.Environment(5)), List.of("production"), Decision.APPROVE, "ok"))
                        .getFirst()));
        int made = 0;
        for (Call call : calls) {
            made++;
            try {
                call.make();
            } catch (RemoteFailure madeNoSense) {
                assertThat(madeNoSense.problem().toString()).doesNotContain(TOKEN)
                        .doesNotContain("secret-of-the-store");
            }
        }
        return made;
    }

    private GitHubSettings settings(String token) {
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")), System::nanoTime, new SplittableRandom(3),
                Thread.ofVirtual().factory());
        return new GitHubSettings(
                new ConnectionId("gh"), List.of("acme"),
                HttpSettings.of(GitHub.base(server.address()), Credential.bearer(token), runtime)
                        .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(20))));
    }

    /// One use of a port.
    @FunctionalInterface
    private interface Call {
        Object make() throws RemoteFailure;
    }
}
