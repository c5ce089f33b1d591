package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.WireReading.CONNECTION;
import static dev.signalbox.provider.github.WireReading.REPOSITORY;
import static dev.signalbox.provider.github.WireReading.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubCommandsTest {

    private static final String SECRET = "ghp_donotprintme";

    private final OpenApi schema = new OpenApi(WireFiles.schema());
    private final HttpDoor door = door();
    private final GitHubServer server = new GitHubServer(GitHub.base("https://github.com"));
    private final GitHubCommands commands = commands(server);

    @AfterEach
    void close() {
        door.close();
    }

    static Stream<Intent> intents() {
        return Stream.of(
                trigger(Map.of()),
                trigger(Map.of("version", "1.2", "note", "it's 'fine' $(rm -rf /) `x` \\ \"q\"\nand more")),
                new Intent.RerunRun(RUN, 1, new Scope.All(), false),
                new Intent.RerunRun(RUN, 1, new Scope.All(), true),
                new Intent.RerunRun(RUN, 1, new Scope.Failed(), false),
                new Intent.RerunRun(RUN, 1, new Scope.Failed(), true),
                new Intent.RerunRun(RUN, 1, new Scope.OneJob(77, "build"), false),
                new Intent.RerunRun(RUN, 1, new Scope.OneJob(77, "build"), true),
                new Intent.CancelRun(RUN, 1, false),
                new Intent.CancelRun(RUN, 1, true),
                review(Decision.APPROVE, "Ship it!"),
                review(Decision.REJECT, ""));
    }

    @ParameterizedTest
    @MethodSource("intents")
    void composesOnlyRequestsThatGitHubDescribes(Intent intent) {
        PlannedRequest request = compose(commands, intent);
        assertThat(schema.faults(
                request.method(),
                request.uri(),
                request.body().isEmpty() ? null : WireFiles.json(request.body())))
                .isEmpty();
        assertThat(request.contentType()).isEqualTo(request.body().isEmpty() ? "" : "application/json");
    }

    @ParameterizedTest
    @MethodSource("intents")
    void showsTheRequestAsCurlWithoutTheCredential(Intent intent) {
        PlannedRequest request = compose(commands, intent);
        assertThat(request.command())
                .startsWith("curl --fail-with-body --request POST ")
                .contains("\"Authorization: Bearer $GITHUB_TOKEN\"")
                .endsWith("'" + request.uri() + "'")
                .doesNotContain(SECRET);
        assertThat(Shell.words(request.command())).contains(request.uri().toString());
        if (!request.body().isEmpty()) {
            assertThat(Shell.words(request.command())).containsSequence("--data-raw", request.body());
        }
    }

    @Test
    void dispatchesWithInputsAsTextAndAsksForTheRun() {
        assertThat(WireFiles.json(commands.dispatch(trigger(Map.of("b", "2", "a", "true"))).body()))
                .isEqualTo(WireFiles.json(
                        "{\"ref\":\"main\",\"inputs\":{\"a\":\"true\",\"b\":\"2\"},\"return_run_details\":true}"));
    }

    @Test
    void asksAnEnterpriseServerForNothingItDoesNotKnow() {
        GitHubServer enterprise = new GitHubServer(GitHub.base("https://ghe.example.com"));
        PlannedRequest request = commands(enterprise).dispatch(trigger(Map.of()));
        assertThat(request.uri()).hasToString(
                "https://ghe.example.com/api/v3/repos/octo-org/octo-repo/actions/workflows/5/dispatches");
        assertThat(request.body()).isEqualTo("{\"ref\":\"main\"}");
    }

    @Test
    void remembersThatAServerRefusedTheRunDetails() {
        server.refusedRunDetails();
        assertThat(commands.dispatch(trigger(Map.of())).body()).isEqualTo("{\"ref\":\"main\"}");
    }

    @Test
    void reviewsExactlyTheEnvironmentsThatWereShown() {
        assertThat(commands.review(review(Decision.REJECT, "Not today")).getFirst().body())
                .isEqualTo("""
                        {"environment_ids":[161171787,4611686018427387904],"state":"rejected",\
                        "comment":"Not today"}""");
    }

    @Test
    void knowsNoGateButEnvironments() {
        for (Gate gate : List.of(new Gate.Deployment(3), new Gate.ManualJob(4))) {
            assertThatThrownBy(() -> commands.review(new Intent.ReviewDeployment(
                    RUN, 1, "abc", List.of(gate), List.of("production"), Decision.APPROVE, "")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void deploysAgainByRunningTheJobAgainThatDeployed() {
        PlannedRequest request = commands.redeploy(
                new Intent.Redeploy(REPOSITORY, "production", 30, 40, RUN, 71, "v1", "abc", "5xx"));
        assertThat(request.uri().getPath()).endsWith("/actions/jobs/71/rerun");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void findsTheRunThatAnAnswerNames() {
        assertThat(commands.started(REPOSITORY, "{\"workflow_run_id\": 4711,\"run_url\":\"x\"}"))
                .contains(new RunId(REPOSITORY, 4711));
        assertThat(commands.started(REPOSITORY, "")).isEmpty();
        assertThat(commands.started(REPOSITORY, "{\"workflow_run_id\": 99999999999999999999}")).isEmpty();
    }

    @Test
    void writesOutWhatWouldDeceiveTheReaderOfABody() {
        String comment = "ok \u202e\u200b\u2028 \ud83d\ude80 ü \udb40\udc41";
        PlannedRequest request = commands.review(review(Decision.APPROVE, comment)).getFirst();
        assertThat(request.body()).contains("\\u202e\\u200b\\u2028 \ud83d\ude80 ü \\udb40\\udc41");
        assertThat(WireFiles.json(request.body()).path("comment").asText())
                .isEqualTo(comment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "%2e%2e", "x?y=z", "x#y", "\u202egnp", "a b", "a'b", "x;rm", "$(x)", "a\\b"})
    void makesOneSegmentOfEveryName(String name) {
        PlannedRequest request =
                commands.cancel(new Intent.CancelRun(new RunId(new RepositoryId(CONNECTION, "o", name), 1), 1, false));
        assertThat(request.uri().getRawPath().split("/")).hasSize(8);
        assertThat(request.uri().getRawQuery()).isNull();
        assertThat(request.uri().getRawFragment()).isNull();
        assertThat(request.uri().toString()).matches("[!-&(-~]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a\nb", "a\u0000b"})
    void refusesNamesThatCannotBeOneSegment(String name) {
        Intent.CancelRun intent =
                new Intent.CancelRun(new RunId(new RepositoryId(CONNECTION, "o", name), 1), 1, false);
        assertThatThrownBy(() -> commands.cancel(intent)).isInstanceOf(IllegalArgumentException.class);
    }

    private GitHubCommands commands(GitHubServer of) {
        return new GitHubCommands(new GitHubClient(door, of), of, CONNECTION);
    }

    private static PlannedRequest compose(GitHubCommands commands, Intent intent) {
        return switch (intent) {
            case Intent.TriggerRun trigger -> commands.dispatch(trigger);
            case Intent.RerunRun rerun -> commands.rerun(rerun);
            case Intent.CancelRun cancel -> commands.cancel(cancel);
            case Intent.ReviewDeployment review -> commands.review(review).getFirst();
            default -> throw new AssertionError(intent);
        };
    }

    private static Intent.TriggerRun trigger(Map<String, String> inputs) {
        return new Intent.TriggerRun(REPOSITORY, 5, "CI", "main", inputs);
    }

    private static Intent.ReviewDeployment review(Decision decision, String comment) {
        return new Intent.ReviewDeployment(
                RUN, 1, "abc", List.of(new Gate.Environment(161171787), new Gate.Environment(1L << 62)),
                List.of("staging", "production"), decision, comment);
    }

    private static HttpDoor door() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        HttpRuntime runtime = new HttpRuntime(clock, () -> 0, new SplittableRandom(1), Thread.ofVirtual().factory());
        return HttpDoor.open(
                HttpSettings.of(GitHub.base("https://github.com"), Credential.bearer(SECRET), runtime));
    }
}
