package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.WireReading.REPOSITORY;
import static dev.signalbox.provider.github.WireReading.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that GitHub would not send, but something between us and it might.
class HostileAnswersTest {

    private static final String RUNS = "/repos/octo-org/octo-repo/actions/runs?per_page=20&exclude_pull_requests=true";
    private static final String ONE = "/repos/octo-org/octo-repo/actions/runs/30433642?exclude_pull_requests=true";

    private static final List<JsonNode> STRANGERS = List.of(
            WireFiles.json("null"),
            WireFiles.json("-7"),
            WireFiles.json("92233720368547758070"),
            WireFiles.json("1e400"),
            WireFiles.json("true"),
            WireFiles.json("\"x\\u0000\\u202e<b>\""),
            WireFiles.json("[[null,7,{\"id\":[]}]]"),
            WireFiles.json("{\"id\":{},\"login\":[],\"name\":7}"));

    private final GitHubWire wire = new GitHubWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void survivesEveryFieldOfEveryExampleBeingOfAnotherType() {
        OpenApi schema = new OpenApi(WireFiles.schema());
        WireReading.byTemplate().forEach((template, reading) -> {
            STRANGERS.forEach(strange -> mustSurvive(template, reading, strange));
            schema.examples(template, "get").values().forEach(example -> eachPlace(example, place -> {
                for (JsonNode strange : STRANGERS) {
                    place.accept(strange);
                    mustSurvive(template, reading, example);
                }
            }));
        });
    }

    @Test
    void losesOnlyTheRowThatIsWrong() throws RemoteFailure {
        wire.get(RUNS, """
                {"workflow_runs":[{"id":1},{"id":"2"},7,null,[],{"id":1.5},{},{"id":3,"actor":[]}]}""");
        assertThat(wire.provider().runs().recent(REPOSITORY)).extracting(run -> run.id().number())
                .containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "\"x\"", "{\"workflow_runs\":null}",
        "{\"workflow_runs\":{\"id\":1}}",
        "{\"message\":\"ok\"}"})
    void neverTakesAnotherAnswerForAnEmptyList(String body) {
        wire.get(RUNS, body);
        assertThat(problem(() -> wire.provider().runs().recent(REPOSITORY)))
                .isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"id\":1}{\"id\":2}", "{\"id\":1,\"id\":2}", "<html>",
        "\ufeff", "{'id':1}", "NaN"})
    void refusesWhatIsNotStrictJson(String body) {
        wire.get(ONE, body);
        assertThat(problem(() -> wire.provider().runs().one(RUN))).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void refusesAnswersWithoutMeasure() {
        wire.get(ONE, "{\"id\":30433642,\"name\":\"" + "x".repeat(17 << 20) + "\"}");
        assertThat(problem(() -> wire.provider().runs().one(RUN))).isInstanceOf(RemoteProblem.Unreadable.class);
        wire.get(ONE, "[".repeat(100_000) + "]".repeat(100_000));
        assertThat(problem(() -> wire.provider().runs().one(RUN))).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void refusesFilesThatAreNoWorkflow() {
        Workflow workflow = new Workflow(
                REPOSITORY, 1, "x", ".github/workflows/x.yml", true, null);
        String target = "/repos/octo-org/octo-repo/contents/.github/workflows/x.yml?ref=main";
        for (String body : List.of(
                "{\"encoding\":\"none\",\"content\":\"\"}", "{\"encoding\":\"base64\",\"content\":\"%%%\"}",
                "{\"encoding\":\"base64\",\"content\":\"W1tbWw==\"}", "{}", "[]")) {
            wire.get(target, body);
            assertThat(problem(() -> wire.provider().workflows().manualStart(workflow, "main")))
                    .as(body)
                    .isInstanceOf(RemoteProblem.Unreadable.class);
        }
    }

    @Test
    void asksForNoFileOutsideTheWorkflows() throws RemoteFailure {
        Workflow made = new Workflow(
                REPOSITORY, 1, "x", "dynamic/pages/build", true, null);
        assertThat(wire.provider().workflows().manualStart(made, "main"))
                .isEqualTo(new ManualStart.NotOffered());
        Workflow outside = new Workflow(
                REPOSITORY, 1, "x", ".github/workflows/../../../../user", true, null);
        assertThat(problem(() -> wire.provider().workflows().manualStart(outside, "main"))).isNotNull();
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void doesNotFollowPagesToAnotherServer() {
        wire.answer(
                "/repos/octo-org/octo-repo/actions/workflows?per_page=100",
                RawAnswer.json("{\"workflows\":[]}").with("Link", "<https://evil.example.com/next>; rel=\"next\""));
        assertThat(problem(() -> wire.provider().workflows().of(REPOSITORY)))
                .isInstanceOf(RemoteProblem.Rejected.class);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void keepsNoLineOfACommitThatCouldDeceive() throws RemoteFailure {
        wire.get("/repos/octo-org/octo-repo/compare/a...b", """
                {"total_commits":-5,
                 "commits":[{"sha":"1","commit":{"message":"x\\u202ey\\u001b[2J\\nrest"}},{"sha":null}],
                 "files":[{"filename":"a\\nb"},{"filename":7},null]}""");
        var comparison = wire.provider().commits().compare(new ComparisonKey(REPOSITORY, "a", "b"));
        assertThat(comparison.total()).isZero();
        assertThat(comparison.commits()).singleElement().satisfies(commit -> assertThat(commit.subject())
                .doesNotContain("\u202e").doesNotContain("\u001b").doesNotContain("rest"));
        assertThat(comparison.files()).hasSize(1);
    }

    private static RemoteProblem problem(ThrowingCallable read) {
        return Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, read)).problem();
    }

    private static void mustSurvive(String template, Function<JsonNode, List<?>> reading, JsonNode body) {
        try {
            assertThat(reading.apply(body)).doesNotContainNull();
        } catch (RuntimeException e) {
            throw new AssertionError(template + " cannot be read: " + body, e);
        }
    }

    /// Lets `change` put other values at every place of a tree, one after the other; each gets its own value back.
    private static void eachPlace(JsonNode node, Consumer<Consumer<JsonNode>> change) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode before = object.path(name);
                change.accept(value -> object.set(name, value));
                object.set(name, before);
                eachPlace(before, change);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                JsonNode before = array.path(i);
                change.accept(value -> array.set(index, value));
                array.set(index, before);
                eachPlace(before, change);
            }
        }
    }
}
