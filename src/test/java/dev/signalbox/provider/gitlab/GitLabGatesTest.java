package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What waits for people at GitLab, and what that costs to find out.
class GitLabGatesTest {

    private static final String JOBS = "pipelines/30433642/jobs?per_page=100";
    private static final String BRIDGES = "pipelines/30433642/bridges?per_page=100";
    private static final String BLOCKED = "deployments?status=blocked&order_by=id&sort=desc&per_page=100";
    private static final String CREATED = "deployments?status=created&order_by=id&sort=desc&per_page=100";
    private static final String FREEZES = "freeze_periods?per_page=100";

    private final GitLabWire wire = new GitLabWire();

    @BeforeEach
    void start() {
        wire.get("/api/v4/user", "{\"id\":1,\"username\":\"ada\"}");
        wire.get(BRIDGES, "[]");
        wire.get(BLOCKED, "[]");
        wire.get(CREATED, "[]");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whereNoJobWaitsNothingMoreIsAsked() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"running\"},{\"id\":2,\"status\":\"success\"}]");
        assertThat(pending()).isEmpty();
        assertThat(wire.targets()).containsExactly(JOBS, BRIDGES);
    }

    @Test
    void aManualJobThatDeploysNothingIsAGateOfItsOwnName() throws RemoteFailure {
        wire.get(JOBS, """
                [{"id":1,"name":"sign","status":"manual","created_at":"2026-11-20T10:00:00Z"}]""");
        assertThat(pending()).containsExactly(new PendingApproval(
                RUN, new Gate.ManualJob(1), "sign", true, Duration.ZERO, Instant.parse("2026-11-20T10:00:00Z"),
                List.of(), List.of(), true));
        assertThat(wire.targets()).containsExactly(JOBS, BRIDGES, BLOCKED, CREATED, "/api/v4/user");
    }

    @Test
    void nothingWaitsForAManualJobThatMayFail() throws RemoteFailure {
        wire.get(JOBS, """
                [{"id":1,"name":"docs","status":"manual","allow_failure":true},
                 {"id":2,"name":"review","status":"manual","allow_failure":true},
                 {"id":3,"name":"preview","status":"manual","allow_failure":true}]""");
        wire.get(BLOCKED, "[" + deployment(70, 2, "review/7") + "]");
        wire.get("deployments/70", lacking(70, 2, "review/7", 1));
        wire.get(CREATED, "[" + deployment(71, 3, "preview/7") + "]");
        assertThat(pending()).extracting(PendingApproval::gate, PendingApproval::environmentName).containsExactly(
                tuple(new Gate.ManualJob(1), "docs"),
                tuple(new Gate.Deployment(70), "review/7"),
                tuple(new Gate.ManualJob(3), "preview/7"));
        assertThat(pending()).noneMatch(PendingApproval::blocks).allMatch(PendingApproval::canApprove);
    }

    @Test
    void theNameOfAJobIsShownWithoutItsTricks() throws RemoteFailure {
        wire.get(JOBS, """
                [{"id":1,"name":"si\\u202egn\\u0007","status":"manual"},{"id":2,"status":"manual"}]""");
        assertThat(pending()).extracting(PendingApproval::environmentName).hasSize(2).doesNotContain("")
                .allMatch(name -> name.codePoints().noneMatch(c -> c < ' ' || c == 0x202e));
    }

    @Test
    void aManualJobThatDeploysIsAGate() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\"}]");
        wire.get(CREATED, "[" + deployment(70, 1, "production") + "]");
        assertThat(pending()).singleElement().satisfies(one -> {
            assertThat(one.gate()).isEqualTo(new Gate.ManualJob(1));
            assertThat(one.environmentName()).isEqualTo("production");
        });
    }

    @Test
    void afterTheLastApprovalTheJobStillWantsToBeStarted() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\"}]");
        wire.get(BLOCKED, "[" + deployment(70, 1, "production") + "]");
        wire.get("deployments/70", lacking(70, 1, "production", 1));
        assertThat(pending()).extracting(PendingApproval::gate).containsExactly(new Gate.Deployment(70));
        wire.get("deployments/70", approved(70, 1, "production"));
        assertThat(pending()).extracting(PendingApproval::gate, PendingApproval::canApprove)
                .containsExactly(tuple(new Gate.ManualJob(1), true));
        wire.get(JOBS, "[{\"id\":1,\"status\":\"pending\"}]");
        assertThat(pending()).isEmpty();
    }

    @Test
    void onOlderServersTheJobWantsToBeStartedOnceItsDeploymentIsNotBlockedAnyMore() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\"}]");
        wire.get(BLOCKED, "[" + deployment(70, 1, "production") + "]");
        wire.get("deployments/70", lacking(70, 1, "production", 1));
        assertThat(pending()).extracting(PendingApproval::gate).containsExactly(new Gate.Deployment(70));
        wire.get(BLOCKED, "[]");
        wire.get(CREATED, "[" + deployment(70, 1, "production") + "]");
        assertThat(pending()).extracting(PendingApproval::gate).containsExactly(new Gate.ManualJob(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBlockedDeploymentThatNobodyHasToApproveWaitsForItsJobToBeStarted(boolean mayFail) throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\",\"allow_failure\":" + mayFail + "}]");
        wire.get(BLOCKED, "[" + deployment(70, 1, "production") + "]");
        wire.get("deployments/70", lacking(70, 1, "production", 0));
        assertThat(pending()).containsExactly(new PendingApproval(
                RUN, new Gate.ManualJob(1), "production", true, Duration.ZERO, null, List.of(), List.of(), !mayFail));
        wire.get("deployments/70", deployment(70, 1, "production"));
        assertThat(pending()).as("a tier without approvals tells no number of them")
                .extracting(PendingApproval::gate).containsExactly(new Gate.ManualJob(1));
    }

    @Test
    void aRuleThatLacksAnApprovalMakesAnApprovalEvenWhereNoNumberIsTold() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\"}]");
        wire.get(BLOCKED, "[" + deployment(70, 1, "production") + "]");
        wire.get("deployments/70", """
                {"id":70,"environment":{"name":"production"},"approval_summary":{"rules":[
                  {"group_id":5,"required_approvals":2,"deployment_approvals":[
                    {"user":{"username":"grace"},"status":"approved"}]}]}}""");
        assertThat(pending()).extracting(PendingApproval::gate).containsExactly(new Gate.Deployment(70));
    }

    @Test
    void deploymentsOfOtherPipelinesAreNotOurs() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\"}]");
        wire.get(BLOCKED, "[" + deployment(71, 99, "production") + "]");
        wire.get(CREATED, "[" + deployment(72, 98, "staging") + ",{\"id\":73},{\"id\":74,\"deployable\":null}]");
        assertThat(pending()).extracting(PendingApproval::gate, PendingApproval::environmentName)
                .containsExactly(tuple(new Gate.ManualJob(1), "Job 1"));
    }

    @Test
    void pagesEndWhereDeploymentsAreOlderThanThePipeline() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\",\"created_at\":\"2026-11-20T10:00:00Z\"}]");
        wire.answer(BLOCKED, RawAnswer.json("[{\"id\":71,\"created_at\":\"2026-11-20T10:00:01Z\"}]")
                .with("X-Next-Page", "2"));
        wire.answer(BLOCKED + "&page=2", RawAnswer.json("[{\"id\":60,\"created_at\":\"2026-11-20T09:59:59Z\"}]")
                .with("X-Next-Page", "3"));
        assertThat(pending()).extracting(PendingApproval::gate).containsExactly(new Gate.ManualJob(1));
        assertThat(wire.targets()).contains(BLOCKED + "&page=2").doesNotContain(BLOCKED + "&page=3");
    }

    @Test
    void aManualJobOfAChildPipelineIsAGateOfItsParent() throws RemoteFailure {
        wire.get(JOBS, "[]");
        wire.get(BRIDGES, """
                [{"id":5,"name":"release","pipeline":{"id":30433642,"project_id":1},
                  "downstream_pipeline":{"id":900,"project_id":1}}]""");
        wire.get("pipelines/900/jobs?per_page=100", "[{\"id\":9,\"status\":\"manual\"}]");
        wire.get("pipelines/900/bridges?per_page=100", "[]");
        wire.get(CREATED, "[" + deployment(70, 9, "production") + "]");
        assertThat(pending()).singleElement().satisfies(one -> {
            assertThat(one.run()).isEqualTo(RUN);
            assertThat(one.gate()).isEqualTo(new Gate.ManualJob(9));
        });
    }

    @Test
    void whoWeAreIsAskedOnce() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\"},{\"id\":2,\"status\":\"manual\"}]");
        wire.get(CREATED, "[" + deployment(70, 1, "a") + "," + deployment(71, 2, "b") + "]");
        assertThat(pending()).hasSize(2);
        pending();
        assertThat(wire.targets()).filteredOn(target -> target.equals("/api/v4/user")).hasSize(1);
    }

    @Test
    void ourLevelInTheProjectDecidesWhereARoleIsAsked() throws RemoteFailure {
        wire.get(GitLabWire.PROJECT, """
                {"id":5,"path_with_namespace":"octo-org/platform/octo-repo",
                 "permissions":{"project_access":{"access_level":20}}}""");
        wire.provider().repositories().one(REPOSITORY);
        for (String each : List.of(JOBS, BRIDGES, BLOCKED, CREATED)) {
            wire.get("/api/v4/projects/5/" + each, "[]");
        }
        wire.get("/api/v4/projects/5/" + JOBS, "[{\"id\":1,\"status\":\"manual\"}]");
        wire.get("/api/v4/projects/5/" + CREATED, "[" + deployment(70, 1, "production") + "]");
        assertThat(pending()).singleElement().extracting(PendingApproval::canApprove).isEqualTo(false);
    }

    @Test
    void tellsTheDecisionsOfEveryDeploymentOfTheRun() throws RemoteFailure {
        wire.get(JOBS, "[{\"id\":1,\"status\":\"success\"},{\"id\":2,\"status\":\"manual\"},{\"id\":3}]");
        wire.get("deployments?order_by=id&sort=desc&per_page=100",
                "[" + deployment(70, 1, "staging") + "," + deployment(71, 2, "production") + "]");
        wire.get("deployments/70", reviewed(70, "staging", "approved"));
        wire.get("deployments/71", reviewed(71, "production", "rejected"));
        assertThat(wire.provider().approvals().reviews(RUN)).containsExactly(
                new Review("grace", Review.Decision.APPROVED, "why not", List.of("staging")),
                new Review("grace", Review.Decision.REJECTED, "why not", List.of("production")));
    }

    @Test
    void protectionThatIsNotToldTakesNoEnvironmentAway() throws RemoteFailure {
        String environments = "environments?states=available&per_page=100";
        wire.get(environments, "[{\"id\":3,\"name\":\"production\",\"tier\":\"production\"}]");
        assertThat(wire.provider().environments().of(REPOSITORY)).hasSize(1);
        assertThat(wire.provider().environments().of(REPOSITORY)).hasSize(1);
        assertThat(wire.targets()).as("not asked in vain again")
                .containsExactly(environments, "protected_environments?per_page=100", environments);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void freezesThatAreNotToldAreAskedForAgainLater(int status) throws RemoteFailure {
        wire.answer(FREEZES, RawAnswer.json("{\"message\":\"no\"}").status(status));
        assertThat(wire.provider().freezes().of(REPOSITORY)).isEmpty();
        wire.get(FREEZES, "[{\"id\":1,\"freeze_start\":\"0 23 * * 5\",\"freeze_end\":\"0 8 * * 1\"}]");
        wire.pass(Duration.ofMinutes(29));
        assertThat(wire.provider().freezes().of(REPOSITORY)).isEmpty();
        wire.pass(Duration.ofMinutes(2));
        assertThat(wire.provider().freezes().of(REPOSITORY)).hasSize(1);
    }

    @Test
    void aFailureIsNoLack() {
        wire.answer(FREEZES, RawAnswer.of(500, ""));
        assertThatThrownBy(() -> wire.provider().freezes().of(REPOSITORY)).isInstanceOf(RemoteFailure.class);
        wire.answer(FREEZES, RawAnswer.json("{\"message\":\"401 Unauthorized\"}").status(401));
        assertThatThrownBy(() -> wire.provider().freezes().of(REPOSITORY)).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void aTokenThatMayOnlyReadSaysSoBeforeAnythingIsTried() throws RemoteFailure {
        wire.get("/api/v4/metadata", "{\"version\":\"18.1.0-ee\",\"enterprise\":true}");
        wire.get("/api/v4/personal_access_tokens/self", "{\"scopes\":[\"read_api\"],\"expires_at\":\"2026-12-31\"}");
        wire.provider().accounts().me();
        assertThat(wire.provider().capabilities().get().whyNot(CiAbility.REDEPLOY))
                .hasValueSatisfying(why -> assertThat(why).contains("scope api"));
        wire.get(JOBS, "[{\"id\":1,\"status\":\"manual\"}]");
        wire.get(CREATED, "[" + deployment(70, 1, "production") + "]");
        assertThat(pending()).singleElement().extracting(PendingApproval::canApprove).isEqualTo(false);
    }

    private List<PendingApproval> pending() throws RemoteFailure {
        return wire.provider().approvals().pending(RUN);
    }

    private static String deployment(long number, long job, String environment) {
        return "{\"id\":" + number + ",\"environment\":{\"name\":\"" + environment + "\"},\"deployable\":{\"id\":" + job
                + "}}";
    }

    /// Read alone, with the number of approvals that it lacks.
    private static String lacking(long number, long job, String environment, int approvals) {
        String listed = deployment(number, job, environment);
        return listed.substring(0, listed.length() - 1) + ",\"pending_approval_count\":" + approvals + "}";
    }

    /// Read alone, when everybody said yes.
    private static String approved(long number, long job, String environment) {
        String listed = lacking(number, job, environment, 0);
        return listed.substring(0, listed.length() - 1) + """
                ,"approval_summary":{"rules":[{"group_id":5,"required_approvals":1,"deployment_approvals":[
                  {"user":{"username":"grace"},"status":"approved"}]}]}}""";
    }

    private static String reviewed(long number, String environment, String status) {
        return "{\"id\":" + number + ",\"environment\":{\"name\":\"" + environment
                + "\"},\"approvals\":[{\"user\":{\"username\":\"grace\"},\"status\":\"" + status
                + "\",\"comment\":\"why not\"}]}";
    }
}
