package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.CONNECTION;
import static dev.signalbox.provider.gitlab.GitLabWire.NOW;
import static dev.signalbox.provider.gitlab.GitLabWire.PROJECT;
import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabCommandsTest {

    private final GitLabSchema schema = GitLabSchema.read();
    private final GitLabServer server =
            new GitLabServer(GitLab.base("https://gitlab.com"), InstantSource.fixed(NOW));
    private final GitLabDeclared declared = new GitLabDeclared();
    private final GitLabProjects projects = new GitLabProjects();
    private final HttpDoor door = HttpDoor.open(HttpSettings.of(
            server.base(),
            GitLab.token(GitLabWire.SECRET),
            new HttpRuntime(
                    InstantSource.fixed(NOW), System::nanoTime, new SplittableRandom(7),
                    Thread.ofVirtual().factory())));
    private final GitLabCommands commands =
            new GitLabCommands(new GitLabRequests(door, server, projects), server, declared, CONNECTION);

    @Test
    void stopsAnEnvironmentByItsNumberAndLetsItsOwnJobTakeItDown() {
        PlannedRequest stop = commands.stop(new Intent.StopEnvironment(REPOSITORY, 91, "review/a b", 30));
        assertThat(stop.method()).isEqualTo("POST");
        assertThat(stop.uri().getPath()).endsWith("/environments/91/stop");
        assertThat(stop.body()).as("no force").isEqualTo("{}");
    }

    @AfterEach
    void close() {
        door.close();
    }

    static Stream<Intent> intents() {
        return Stream.of(
                trigger(Map.of()),
                trigger(Map.of("version", "1.2", "note", "it's 'fine' $(rm -rf /) `x` \\ \"q\"\nand more")),
                new Intent.RerunRun(RUN, 1, new Scope.Failed(), false),
                new Intent.RerunRun(RUN, 1, new Scope.OneJob(77, "build"), false),
                new Intent.CancelRun(RUN, 1, false),
                new Intent.CancelRun(RUN, 1, true),
                redeploy(),
                new Intent.StopEnvironment(REPOSITORY, 91, "review/a b", 0),
                review(Decision.APPROVE, "Ship it!", "Release managers", new Gate.Deployment(70)),
                review(Decision.REJECT, "", null, new Gate.Deployment(70)),
                review(Decision.APPROVE, "", null, new Gate.ManualJob(9)));
    }

    @ParameterizedTest
    @MethodSource("intents")
    void composesOnlyRequestsThatGitLabDescribes(Intent intent) {
        for (PlannedRequest request : compose(intent)) {
            assertThat(schema.faults(
                    request.method(),
                    request.uri(),
                    request.body().isEmpty() ? null : GitLabSchema.json(request.body())))
                    .isEmpty();
            assertThat(request.contentType()).isEqualTo(request.body().isEmpty() ? "" : "application/json");
        }
    }

    @ParameterizedTest
    @MethodSource("intents")
    void showsTheRequestAsCurlWithoutTheCredential(Intent intent) {
        for (PlannedRequest request : compose(intent)) {
            assertThat(request.command())
                    .startsWith("curl --fail-with-body --request POST ")
                    .contains("\"Authorization: Bearer $GITLAB_TOKEN\"")
                    .contains("--header 'Accept: application/json'")
                    .endsWith("'" + request.uri() + "'")
                    .doesNotContain(GitLabWire.SECRET);
            if (!request.body().isEmpty()) {
                assertThat(request.command())
                        .contains("--data-raw '" + request.body().replace("'", "'\\''") + "'");
            }
        }
    }

    @Test
    void whatWasNotDeclaredIsSentAsVariables() {
        assertThat(body(trigger(Map.of("B", "2", "A", "true"))))
                .isEqualTo("{\"ref\":\"main\",\"variables\":[{\"key\":\"A\",\"value\":\"true\"},"
                        + "{\"key\":\"B\",\"value\":\"2\"}]}");
        assertThat(body(trigger(Map.of()))).isEqualTo("{\"ref\":\"main\"}");
    }

    @Test
    void whatWasDeclaredIsSentAsInputsOfItsType() {
        declared.learn(REPOSITORY, "main", Map.of(
                "version", "string", "dry-run", "boolean", "replicas", "number", "regions", "array"));
        assertThat(body(trigger(Map.of(
                "version", "1.20", "dry-run", "true", "replicas", "3.50", "regions", "[\"eu\",7]", "NOTE", "x"))))
                .isEqualTo("{\"ref\":\"main\",\"inputs\":{\"dry-run\":true,\"regions\":[\"eu\",7],"
                        + "\"replicas\":3.50,\"version\":\"1.20\"},"
                        + "\"variables\":[{\"key\":\"NOTE\",\"value\":\"x\"}]}");
    }

    @Test
    void whatIsNotOfItsTypeStaysTextSoThatGitLabSaysSo() {
        declared.learn(REPOSITORY, "main", Map.of("b", "boolean", "n", "number", "l", "array", "m", "array"));
        assertThat(body(trigger(Map.of("b", "True", "n", "1e9", "l", "eu", "m", "{\"a\":1}"))))
                .isEqualTo("{\"ref\":\"main\",\"inputs\":{\"b\":\"True\",\"l\":\"eu\","
                        + "\"m\":\"{\\\"a\\\":1}\",\"n\":\"1e9\"}}");
    }

    @Test
    void whatIsDeclaredAtAnotherRefIsNotDeclared() {
        declared.learn(REPOSITORY, "release/1.x", Map.of("version", "string"));
        assertThat(body(trigger(Map.of("version", "1")))).contains("variables").doesNotContain("inputs");
    }

    @Test
    void aServerThatKnowsNoInputsIsGivenVariables() {
        declared.learn(REPOSITORY, "main", Map.of("version", "string"));
        server.is(new VersionJson("17.10.4-ee", true));
        assertThat(body(trigger(Map.of("version", "1")))).contains("variables").doesNotContain("inputs");
        server.is(new VersionJson("17.11.0", true));
        assertThat(body(trigger(Map.of("version", "1")))).contains("inputs").doesNotContain("variables");
    }

    @Test
    void approvesUnderTheNameOfARule() {
        assertThat(body(review(Decision.APPROVE, "Ship it!", "Release managers", new Gate.Deployment(70))))
                .isEqualTo("{\"status\":\"approved\",\"comment\":\"Ship it!\","
                        + "\"represented_as\":\"Release managers\"}");
        assertThat(body(review(Decision.REJECT, "", null, new Gate.Deployment(70))))
                .isEqualTo("{\"status\":\"rejected\"}");
    }

    @Test
    void everyGateIsARequestOfItsOwn() {
        List<PlannedRequest> requests = compose(review(
                Decision.APPROVE, "ok", null, new Gate.Deployment(70), new Gate.ManualJob(9), new Gate.Deployment(71)));
        assertThat(requests).extracting(request -> request.uri().getRawPath()).containsExactly(
                path("/deployments/70/approval"), path("/jobs/9/play"), path("/deployments/71/approval"));
        assertThat(requests.get(1).body()).isEqualTo("{}");
    }

    @Test
    void saysWhatGitLabNeverDoes() {
        assertThatThrownBy(() -> commands.rerun(new Intent.RerunRun(RUN, 1, new Scope.All(), false)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("start a new pipeline");
        assertThatThrownBy(() -> compose(review(Decision.REJECT, "no", null, new Gate.ManualJob(9))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("takes no rejection");
        assertThatThrownBy(() -> compose(review(Decision.APPROVE, "", null, new Gate.Environment(3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyAbilityThatIsMissingHasASentence() {
        GitLabAccounts accounts = new GitLabAccounts(
                new GitLabClient(new GitLabRequests(door, server, projects)), server);
        var abilities = new GitLabAbilities(accounts, server).get();
        assertThat(abilities.missing().keySet()).containsExactlyInAnyOrder(
                CiAbility.RERUN_ALL, CiAbility.DEBUG_RERUN, CiAbility.FORCE_CANCEL, CiAbility.REJECT_MANUAL_JOB,
                CiAbility.ANNOTATIONS);
        assertThat(abilities.missing().values()).allSatisfy(why -> assertThat(why).matches("[A-Z].{20,}[^.]"));
        assertThat(abilities.attempts()).isFalse();
        assertThat(abilities.startedByHand()).containsExactly("api");
    }

    @Test
    void aJobIsRunAgainByItsNumber() {
        assertThat(compose(new Intent.RerunRun(RUN, 1, new Scope.OneJob(77, "build"), false)))
                .extracting(request -> request.uri().getRawPath()).containsExactly(path("/jobs/77/retry"));
        assertThat(compose(redeploy()))
                .extracting(request -> request.uri().getRawPath()).containsExactly(path("/jobs/664/retry"));
    }

    @Test
    void aProjectIsCalledByItsNumberOnceThatIsKnown() {
        projects.learn(REPOSITORY, new ProjectJson(1234L, "x/y", null, false, 0, null, null, null));
        assertThat(commands.cancel(new Intent.CancelRun(RUN, 1, false)).uri())
                .hasToString("https://gitlab.com/api/v4/projects/1234/pipelines/30433642/cancel");
    }

    @Test
    void readsThePipelineThatWasStarted() {
        assertThat(commands.started(REPOSITORY, "{\"id\":9007199254740993,\"iid\":3}"))
                .contains(new RunId(REPOSITORY, 9_007_199_254_740_993L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"id\":\"7\"}", "{\"id\":7.5}", "{\"id\":-7}", "{\"id\":0}", "{",
        "<html>", "{\"id\":1}{\"id\":2}", "{\"iid\":7}"})
    void noOtherAnswerNamesAPipeline(String answer) {
        assertThat(commands.started(REPOSITORY, answer)).isEmpty();
    }

    @Test
    void nothingThatCouldDeceiveIsShownAsItIs() {
        PlannedRequest request = compose(trigger(Map.of("A", "a\u202eb"))).getFirst();
        assertThat(request.body()).contains("a\\u202eb").doesNotContain("\u202e");
        assertThat(GitLabSchema.json(request.body()).at("/variables/0/value").asText()).isEqualTo("a\u202eb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b"})
    void composesNothingForAnImpossibleName(String name) {
        RunId run = new RunId(new RepositoryId(CONNECTION, "group", name), 7);
        assertThatThrownBy(() -> commands.cancel(new Intent.CancelRun(run, 1, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<PlannedRequest> compose(Intent intent) {
        return switch (intent) {
            case Intent.TriggerRun trigger -> List.of(commands.dispatch(trigger));
            case Intent.RerunRun rerun -> List.of(commands.rerun(rerun));
            case Intent.CancelRun cancel -> List.of(commands.cancel(cancel));
            case Intent.ReviewDeployment review -> commands.review(review);
            case Intent.Redeploy redeploy -> List.of(commands.redeploy(redeploy));
            case Intent.StopEnvironment stop -> List.of(commands.stop(stop));
            default -> throw new IllegalArgumentException(intent.toString());
        };
    }

    private String body(Intent intent) {
        return compose(intent).getFirst().body();
    }

    private static String path(String rest) {
        return PROJECT.replace("%2F", "%2f") + rest;
    }

    private static Intent.TriggerRun trigger(Map<String, String> inputs) {
        return new Intent.TriggerRun(REPOSITORY, 0, "Pipeline", "main", inputs);
    }

    private static Intent.Redeploy redeploy() {
        return new Intent.Redeploy(REPOSITORY, "production", 41, 42, RUN, 664, "1.2", "99d03678", "it is broken");
    }

    private static Intent.ReviewDeployment review(
            Decision decision, String comment, @Nullable String rule, Gate... gates) {
        return new Intent.ReviewDeployment(
                RUN, 1, "99d03678", List.of(gates), List.of("production"), decision, comment, rule);
    }
}
