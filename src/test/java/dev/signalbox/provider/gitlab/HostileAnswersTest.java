package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.json.JsonFields;
import dev.signalbox.testing.faults.RawAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that GitLab would not send, but something between us and it might.
class HostileAnswersTest {

    private static final String RUNS = "pipelines?order_by=id&sort=desc&per_page=20";
    private static final String ONE = "pipelines/30433642";

    private static final List<String> STRANGERS = List.of(
            "null", "-7", "92233720368547758070", "1e400", "true", "\"x\\u0000\\u202e<b>\"", "[[null,7,{\"id\":[]}]]",
            "{\"id\":{},\"username\":[],\"name\":7}");

    private static final GitLabApprovalMapping.Asker ASKER =
            new GitLabApprovalMapping.Asker(new UserJson(1L, "ada"), 40, false);

    /// One whole object of each kind, and the way that it takes into the console.
    private static final Map<String, Function<JsonFields, ?>> KINDS = Map.of(
            """
                    {"id":1,"iid":2,"project_id":3,"name":"x","sha":"a","ref":"main","status":"failed","source":"push",
                     "created_at":"2026-11-20T10:00:00Z","updated_at":"2026-11-20T10:00:00Z","user":{"username":"ada"},
                     "coverage":"9.5","web_url":"https://gitlab.com/x"}""",
            json -> GitLabMapping.run(PipelineJson.of(json), "t", PipelineJson.of(json), REPOSITORY),
            """
                    {"id":1,"name":"x","stage":"test","status":"failed","allow_failure":true,"failure_reason":"script_failure",
                     "started_at":"2026-11-20T10:00:00Z","tag_list":["a"],"runner":{"description":"r"},
                     "artifacts":[{"file_type":"archive","size":7}],"commit":{"id":"a","title":"b"},
                     "pipeline":{"id":1,"project_id":1},"downstream_pipeline":{"id":2,"project_id":1}}""",
            json -> GitLabMapping.job(new GitLabJobs.Found(JobJson.of(json), "", false), RUN),
            """
                    {"id":1,"path_with_namespace":"a/b","archived":false,"last_activity_at":"2026-11-20T10:00:00Z",
                     "permissions":{"project_access":{"access_level":30},"group_access":{"access_level":30}}}""",
            json -> GitLabMapping.repository(ProjectJson.of(json), GitLabWire.CONNECTION),
            """
                    {"id":1,"environment":{"name":"p"},"status":"blocked","deployable":{"id":1,"pipeline":{"id":2}},
                     "user":{"username":"ada"},"pending_approval_count":1,
                     "approvals":[{"user":{"username":"ada"},"status":"approved","comment":"x"}],
                     "approval_summary":{"rules":[{"user_id":1,"group_id":2,"access_level":3,"required_approvals":1,
                       "access_level_description":"x","deployment_approvals":[{"user":{"username":"a"},"status":"b"}]}]}}""",
            json -> List.of(
                    String.valueOf(GitLabDeploymentMapping.deployment(DeploymentJson.of(json), REPOSITORY)),
                    String.valueOf(GitLabApprovalMapping.blocked(
                            JobJson.of(json), DeploymentJson.of(json), RUN, ASKER)),
                    GitLabApprovalMapping.reviews(DeploymentJson.of(json))),
            "{\"id\":1,\"name\":\"p\",\"tier\":\"production\",\"state\":\"available\",\"approval_rules\":[{\"user_id\":1}]}",
            json -> GitLabApprovalMapping.environment(EnvironmentJson.of(json), ProtectionJson.of(json), REPOSITORY),
            "{\"id\":1,\"freeze_start\":\"a\",\"freeze_end\":\"b\",\"cron_timezone\":\"UTC\"}",
            json -> GitLabDeploymentMapping.freeze(FreezeJson.of(json)),
            "{\"commits\":[{\"id\":\"a\",\"title\":\"b\",\"author_name\":\"c\"}],\"diffs\":[{\"new_path\":\"x\"}]}",
            json -> GitLabDeploymentMapping.comparison(
                    ComparisonJson.of(json), 0, new ComparisonKey(REPOSITORY, "a", "b")),
            "{\"username\":\"ada\",\"id\":1,\"scopes\":[\"api\"],\"expires_at\":\"2026-12-31\"}",
            json -> GitLabMapping.account(UserJson.of(json), TokenJson.of(json)));

    private final GitLabWire wire = new GitLabWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void survivesEveryFieldBeingOfAnotherType() {
        KINDS.forEach((text, reading) -> {
            JsonNode whole = GitLabSchema.json(text);
            assertThat(reading.apply(new JsonFields(whole))).as(text).isNotNull();
            eachPlace(whole, place -> STRANGERS.forEach(strange -> {
                place.accept(GitLabSchema.json(strange));
                try {
                    assertThat(String.valueOf(reading.apply(new JsonFields(whole)))).isNotNull();
                } catch (RuntimeException e) {
                    throw new AssertionError("cannot be read: " + whole, e);
                }
            }));
        });
    }

    @Test
    void losesOnlyTheRowThatIsWrong() throws RemoteFailure {
        wire.get(RUNS, "[{\"id\":1},{\"id\":\"2\"},7,null,[],{\"id\":1.5},{},{\"id\":3,\"user\":[]}]");
        assertThat(wire.provider().runs().recent(REPOSITORY)).extracting(run -> run.id().number())
                .containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "7", "\"x\"", "{\"message\":\"ok\"}", "{\"pipelines\":[]}"})
    void neverTakesAnotherAnswerForAnEmptyList(String body) {
        wire.get(RUNS, body);
        assertThat(problem(() -> wire.provider().runs().recent(REPOSITORY)))
                .isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"id\":1}{\"id\":2}", "{\"id\":1,\"id\":2}", "<html>", "\ufeff", "{'id':1}",
        "NaN",
        "[]", "7"})
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

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"encoding\":\"text\",\"content\":\"\"}", "{\"encoding\":\"base64\",\"content\":\"%%%\"}",
        "{\"encoding\":\"base64\"}", "{}", "[]"
    })
    void refusesFilesThatAreNone(String body) {
        Workflow workflow = GitLabMapping.workflow(REPOSITORY, "https://gitlab.com");
        wire.get("repository/files/.gitlab-ci.yml?ref=main", body);
        assertThat(problem(() -> wire.provider().workflows().manualStart(workflow, "main")))
                .isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void aListThatLeadsBackToItselfEnds() {
        String environments = "environments?states=available&per_page=100";
        wire.answer(environments, RawAnswer.json("[]").with("X-Next-Page", "2"));
        wire.answer(environments + "&page=2", RawAnswer.json("[]").with("X-Next-Page", "2"));
        assertThat(problem(() -> wire.provider().environments().of(REPOSITORY)).detail()).contains("leads back");
    }

    @Test
    void aListWithoutEndEnds() throws RemoteFailure {
        String jobs = ONE + "/jobs?per_page=100";
        wire.answer(jobs, RawAnswer.json("[]").with("X-Next-Page", "2"));
        for (int page = 2; page <= 40; page++) {
            wire.answer(jobs + "&page=" + page, RawAnswer.json("[]").with("X-Next-Page", String.valueOf(page + 1)));
        }
        wire.get(ONE + "/bridges?per_page=100", "[]");
        assertThat(wire.provider().runs().jobs(RUN, 1)).isEmpty();
        assertThat(wire.requests()).hasSizeLessThan(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "2&x=y", "99999999999", "../2", " "})
    void aPageNumberThatIsNoneLeadsNowhere(String number) throws RemoteFailure {
        String environments = "environments?states=available&per_page=100";
        wire.answer(environments, RawAnswer.json("[]").with("X-Next-Page", number));
        assertThat(wire.provider().environments().of(REPOSITORY)).isEmpty();
        assertThat(wire.targets()).filteredOn(target -> target.startsWith("environments")).hasSize(1);
    }

    private static RemoteProblem problem(ThrowingCallable read) {
        return Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, read)).problem();
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
