package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two people, two environments: `checkout` lets anyone of the team answer, `ledger` nobody for a run of their own.
class ApprovalsTest {

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"checkout, release-mgr, true, true", "checkout, dev-1, true, true", "ledger, release-mgr, false, true",
        "ledger, qa-lead, true, false", "ledger, dev-1, true, true"})
    void tellsEachCallerWhetherTheyMayAnswer(String repository, String starter, boolean you, boolean colleague) {
        String path = waiting(repository, starter) + "/pending_deployments";

        assertThat(server.json(path).at("/0/current_user_can_approve").asBoolean()).isEqualTo(you);
        assertThat(server.read(as(PracticeServer.COLLEAGUE, server.request(path)))
                .at("/0/current_user_can_approve").asBoolean()).isEqualTo(colleague);
    }

    @Test
    void tellsWhoIsAskedAndForWhat() {
        JsonNode pending = server.json(waiting("ledger", "dev-1") + "/pending_deployments").path(0);

        assertThat(pending.at("/environment/name").asText()).isEqualTo("production");
        assertThat(pending.path("wait_timer").asInt()).isZero();
        assertThat(pending.path("wait_timer_started_at").isNull()).isTrue();
        assertThat(pending.path("reviewers").valueStream().map(each -> each.at("/reviewer/login").asText()))
                .containsExactly("release-mgr", "qa-lead");
        assertThat(pending.path("environment").has("protection_rules")).isFalse();
        assertThat(server.json(pending.at("/environment/url").asText()).path("id"))
                .isEqualTo(pending.at("/environment/id"));
    }

    @Test
    void refusesTheOwnRunWhereThatIsPreventedAndTakesTheColleaguesYes() {
        String path = waiting("ledger", "release-mgr");
        String yes = answer(path, "approved", "Go");
        HttpResponse<String> own = server.post(path + "/pending_deployments", yes);

        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(server.read(own).path("message").asText()).contains("Self-review is prevented");
        assertThat(server.json(path).path("status").asText()).isEqualTo("waiting");
        assertThat(server.json(path + "/approvals")).isEmpty();

        HttpResponse<String> other = as(PracticeServer.COLLEAGUE, server.request(path + "/pending_deployments")
                .POST(HttpRequest.BodyPublishers.ofString(yes)));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(server.json(path + "/pending_deployments")).isEmpty();
        assertThat(server.json(path + "/approvals").at("/0/user/login").asText()).isEqualTo("qa-lead");
    }

    @Test
    void failsTheRunAndItsDeploymentOnANo() {
        String path = waiting("checkout", "dev-1");
        HttpResponse<String> no = server.post(path + "/pending_deployments", answer(path, "rejected", "Not today"));
        JsonNode deployment = server.read(no).path(0);

        assertThat(no.statusCode()).isEqualTo(200);
        assertThat(server.json(path).path("conclusion").asText()).isEqualTo("failure");
        assertThat(server.json(deployment.path("statuses_url").asText()).path(0).path("state").asText())
                .isEqualTo("failure");
        JsonNode approval = server.json(path + "/approvals").path(0);
        assertThat(approval.path("state").asText()).isEqualTo("rejected");
        assertThat(approval.path("comment").asText()).isEqualTo("Not today");
        assertThat(approval.at("/environments/0/name").asText()).isEqualTo("production");
        assertThat(server.sample().deployed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'state':'approved','comment':'x'}                              | "environment_ids" wasn't supplied
            {'environment_ids':22,'state':'approved','comment':'x'}         | "environment_ids" wasn't supplied
            {'environment_ids':[],'state':'approved','comment':'x'}         | No pending deployment requests
            {'environment_ids':[1],'state':'approved','comment':'x'}        | No pending deployment requests
            {'environment_ids':['production'],'state':'approved','comment':'x'} | No pending deployment requests
            {'environment_ids':[ID],'state':'maybe','comment':'x'}          | "state" is not one of: approved, rejected
            {'environment_ids':[ID],'comment':'x'}                          | "state" is not one of: approved, rejected
            {'environment_ids':[ID],'state':'approved'}                     | "comment" wasn't supplied
            {'environment_ids':[ID],'state':'approved','comment':7}         | "comment" wasn't supplied
            {'environment_ids':[ID],'state':'approved','comment':'  '}      | "comment" wasn't supplied
            """)
    void refusesAnAnswerThatIsNotComplete(String body, String why) {
        String path = waiting("checkout", "dev-1");
        String id = server.json(path + "/pending_deployments").at("/0/environment/id").asText();
        HttpResponse<String> refused = server.post(path + "/pending_deployments",
                body.replace("ID", id).replace('\'', '"'));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(server.read(refused).path("message").asText()).contains(why);
        assertThat(server.json(path).path("status").asText()).isEqualTo("waiting");
    }

    @Test
    void asksAgainWhenAReleaseIsRepeated() {
        String path = waiting("checkout", "dev-1");
        server.post(path + "/pending_deployments", answer(path, "approved", "Go"));
        server.sample().pass(Duration.ofSeconds(40));
        assertThat(server.json(path).path("conclusion").asText()).isEqualTo("success");

        server.post(path + "/rerun", "");
        server.sample().pass(Duration.ofSeconds(60));
        assertThat(server.json(path).path("status").asText()).isEqualTo("waiting");
        assertThat(server.json(path + "/approvals")).hasSize(1);
        assertThat(server.json(path + "/pending_deployments")).hasSize(1);
    }

    @Test
    void hasNothingToAnswerInARunThatDoesNotWait() {
        JsonNode done = server.json("/repos/acme/checkout/actions/runs?status=success").at("/workflow_runs/0");
        String path = "/repos/acme/checkout/actions/runs/" + done.path("id").asLong();

        assertThat(server.json(path + "/pending_deployments")).isEmpty();
        assertThat(server.post(path + "/pending_deployments",
                "{\"environment_ids\":[1],\"state\":\"approved\",\"comment\":\"x\"}").statusCode()).isEqualTo(422);
    }

    /// The address of a release into production that waits.
    private String waiting(String name, String starter) {
        Repository repository = server.sample().repository(name);
        Person person = server.sample().people().named(starter);
        Run run = server.sample().world().dispatch(repository, repository.workflow("release.yml").orElseThrow(), "main",
                Map.of("version", "v3.0.0", "environment", "production"), person, server.sample().instant(), null);
        server.sample().pass(Duration.ofSeconds(60));
        return "/repos/acme/" + name + "/actions/runs/" + run.id();
    }

    private String answer(String path, String state, String comment) {
        long id = server.json(path + "/pending_deployments").at("/0/environment/id").asLong();
        return "{\"environment_ids\":[" + id + "],\"state\":\"" + state + "\",\"comment\":\"" + comment + "\"}";
    }

    private HttpResponse<String> as(String token, HttpRequest.Builder request) {
        return server.send(request.setHeader("Authorization", "Bearer " + token));
    }
}
