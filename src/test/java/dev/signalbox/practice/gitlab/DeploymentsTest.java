package dev.signalbox.practice.gitlab;

import static dev.signalbox.practice.gitlab.GitLabServer.AUTH;
import static dev.signalbox.practice.gitlab.GitLabServer.COLLEAGUE;
import static dev.signalbox.practice.gitlab.GitLabServer.DEVELOPER;
import static dev.signalbox.practice.gitlab.GitLabServer.RESIZER;
import static dev.signalbox.practice.gitlab.GitLabServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentsTest {

    private static final String YES = "{\"status\": \"approved\", \"comment\": \"Fine\"}";

    private final GitLabServer server = new GitLabServer();

    @AfterEach
    void close() {
        server.close();
    }

    /// A deployment of `auth` to production that waits.
    private long blocked() {
        server.create("v3.5.0", "production");
        server.sample().pass(Duration.ofSeconds(30));
        return server.json(AUTH + "/deployments?status=blocked").path(0).path("id").asLong();
    }

    private JsonNode deployment(long id) {
        return server.json(AUTH + "/deployments/" + id);
    }

    private void assertRefused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.read(answer).path("message").asText()).contains(words);
    }

    @Test
    void aBlockedDeploymentTellsItsRules() {
        JsonNode waiting = deployment(blocked());

        assertThat(waiting.path("status").asText()).isEqualTo("blocked");
        assertThat(waiting.path("pending_approval_count").asInt()).isEqualTo(2);
        JsonNode rules = waiting.at("/approval_summary/rules");
        assertThat(texts(rules, "access_level_description")).containsExactly("Release managers", "Quality assurance");
        assertThat(rules.valueStream().map(rule -> rule.path("required_approvals").asInt())).containsOnly(1);
        assertThat(rules.valueStream().map(rule -> rule.path("deployment_approvals").size())).containsOnly(0);
        assertThat(waiting.at("/deployable/status").asText()).isEqualTo("manual");
        assertThat(waiting.at("/deployable/pipeline/status").asText()).isEqualTo("manual");
        assertThat(waiting.path("ref").asText()).isEqualTo("main");
    }

    @Test
    void onlyTheSingleAnswerTellsOfApprovals() {
        blocked();
        JsonNode listed = server.json(AUTH + "/deployments?status=blocked").path(0);

        assertThat(listed.has("approval_summary")).isFalse();
        assertThat(listed.has("pending_approval_count")).isFalse();
        assertThat(listed.at("/environment/name").asText()).isEqualTo("production");
    }

    @Test
    void twoApprovalsThenAPress() {
        long id = blocked();
        HttpResponse<String> ours = server.post(AUTH + "/deployments/" + id + "/approval", YES);
        assertThat(ours.statusCode()).isEqualTo(201);
        assertThat(server.read(ours).path("status").asText()).isEqualTo("approved");
        assertThat(server.read(ours).path("comment").asText()).isEqualTo("Fine");
        assertThat(server.read(ours).at("/user/username").asText()).isEqualTo("release-mgr");
        assertThat(deployment(id).path("status").asText()).isEqualTo("blocked");
        server.postAs(COLLEAGUE, AUTH + "/deployments/" + id + "/approval", YES);
        JsonNode open = deployment(id);

        assertThat(open.path("status").asText()).isEqualTo("blocked");
        assertThat(open.path("pending_approval_count").asInt()).isZero();
        assertThat(texts(open.path("approvals"), "status")).containsExactly("approved", "approved");
        assertThat(open.at("/approval_summary/rules/1/deployment_approvals/0/user/username").asText())
                .isEqualTo("qa-lead");
        assertRefused(server.postAs(COLLEAGUE, AUTH + "/deployments/" + id + "/approval", YES), "not waiting");
        assertThat(server.post(AUTH + "/jobs/" + open.at("/deployable/id").asLong() + "/play", "").statusCode())
                .isEqualTo(200);
        server.sample().pass(Duration.ofSeconds(30));
        assertThat(deployment(id).path("status").asText()).isEqualTo("success");
        assertThat(server.sample().deployed()).containsExactly("auth production v3.5.0 by release-mgr");
    }

    @Test
    void aNoIsFinal() {
        long id = blocked();
        HttpResponse<String> no = server.post(AUTH + "/deployments/" + id + "/approval",
                "{\"status\": \"rejected\", \"comment\": \"Friday\"}");

        assertThat(no.statusCode()).isEqualTo(201);
        assertThat(deployment(id).path("status").asText()).isEqualTo("failed");
        assertThat(deployment(id).at("/deployable/failure_reason").asText()).isEqualTo("deployment_rejected");
        assertRefused(server.postAs(COLLEAGUE, AUTH + "/deployments/" + id + "/approval", YES), "not waiting");
    }

    @Test
    void wrongAnswersAreRefusedWithTheReason() {
        String path = AUTH + "/deployments/" + blocked() + "/approval";

        assertRefused(server.postAs(DEVELOPER, path, YES), "don't have permission");
        assertRefused(server.post(path, "{\"status\": \"approved\", \"represented_as\": \"Nobody\"}"), "represent_as");
        HttpResponse<String> missing = server.post(path, "{}");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(server.read(missing).path("error").asText()).isEqualTo("status is missing");
        HttpResponse<String> odd = server.post(path, "{\"status\": \"maybe\"}");
        assertThat(server.read(odd).path("error").asText()).isEqualTo("status does not have a valid value");
        server.post(path, YES);
        assertRefused(server.post(path, YES), "already approved");
    }

    @Test
    void anAnswerMayNameItsRule() {
        long id = blocked();
        HttpResponse<String> named = server.post(AUTH + "/deployments/" + id + "/approval",
                "{\"status\": \"approved\", \"represented_as\": \"Release managers\"}");

        assertThat(named.statusCode()).isEqualTo(201);
        assertThat(deployment(id).at("/approval_summary/rules/0/deployment_approvals")).hasSize(1);
        assertThat(deployment(id).at("/approval_summary/rules/1/deployment_approvals")).isEmpty();
    }

    @Test
    void deploymentsAreListedOldestFirstUnlessAsked() {
        List<String> usual = texts(server.json(AUTH + "/deployments?per_page=100"), "id");

        assertThat(usual).isSorted();
        assertThat(texts(server.json(AUTH + "/deployments?per_page=100&order_by=id&sort=desc"), "id"))
                .isEqualTo(usual.reversed());
        assertThat(texts(server.json(AUTH + "/deployments?order_by=iid&sort=desc&per_page=1"), "id"))
                .containsExactly(usual.getLast());
        assertThat(texts(server.json(AUTH + "/deployments?order_by=created_at&per_page=100"), "created_at"))
                .isSorted();
    }

    @Test
    void deploymentsAreFiltered() {
        blocked();

        assertThat(server.json(AUTH + "/deployments?environment=production&status=success")).hasSize(2);
        assertThat(server.json(AUTH + "/deployments?environment=production")).hasSize(3);
        assertThat(server.json(AUTH + "/deployments?status=failed")).isEmpty();
        assertThat(server.json(AUTH + "/deployments?environment=moon")).isEmpty();
    }

    @Test
    void aFilterByTimeWantsItsOrder() {
        String since = "2026-11-19T00:00:00Z";

        assertRefused(server.get(AUTH + "/deployments?updated_after=" + since), "must be paired");
        assertRefused(server.get(AUTH + "/deployments?finished_after=" + since), "must be paired");
        assertThat(server.json(AUTH + "/deployments?order_by=updated_at&updated_after=" + since)).isEmpty();
        assertThat(server.json(AUTH + "/deployments?order_by=updated_at&updated_before=" + since)).isNotEmpty();
        assertThat(server.json(AUTH + "/deployments?status=success&order_by=finished_at&finished_before=" + since))
                .isNotEmpty();
        blocked();
        assertThat(texts(server.json(AUTH + "/deployments?order_by=updated_at&updated_after=" + since), "status"))
                .containsExactly("blocked");
    }

    @Test
    void aDeploymentTellsWhatItBrought() {
        long id = server.json(AUTH + "/deployments?environment=production&order_by=id&sort=desc").path(0).path("id")
                .asLong();
        JsonNode brought = server.json(AUTH + "/deployments/" + id + "/merge_requests");

        assertThat(texts(brought, "title")).containsExactly("Sign with the key of the day");
        assertThat(texts(brought, "state")).containsOnly("merged");
    }

    @Test
    void environmentsTellTheirTierAndOnlyAloneTheirLastDeployment() {
        JsonNode all = server.json(AUTH + "/environments");
        assertThat(texts(all, "name")).containsExactly("development", "staging", "production");
        assertThat(texts(all, "tier")).containsExactly("development", "staging", "production");
        assertThat(all.path(0).has("last_deployment")).isFalse();
        JsonNode one = server.json(AUTH + "/environments/" + all.path(2).path("id").asLong());

        assertThat(one.at("/last_deployment/status").asText()).isEqualTo("success");
        assertThat(one.at("/last_deployment/ref").asText()).isEqualTo("v3.4.0");
        assertThat(server.json(AUTH + "/environments?name=staging")).hasSize(1);
        assertThat(server.json(AUTH + "/environments?search=dev")).hasSize(1);
    }

    @Test
    void anEnvironmentCanBeStopped() {
        long id = server.json(AUTH + "/environments?name=development").path(0).path("id").asLong();
        HttpResponse<String> stopped = server.post(AUTH + "/environments/" + id + "/stop", "{}");

        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(server.read(stopped).path("state").asText()).isEqualTo("stopped");
        assertThat(texts(server.json(AUTH + "/environments?states=available"), "name"))
                .containsExactly("staging", "production");
        assertThat(texts(server.json(AUTH + "/environments?states=stopped"), "name")).containsExactly("development");
    }

    @Test
    void aReviewAppIsStoppedByItsOwnJob() {
        server.sample().seedReviewed("portal");
        String portal = "/projects/acme%2Fplatform%2Fportal";
        JsonNode review = server.json(portal + "/environments?search=review").path(0);
        assertThat(review.path("name").asText()).isEqualTo("review/try-the-new-scheduler");
        assertThat(review.path("slug").asText()).isEqualTo("review-try-the-new-scheduler");
        assertThat(review.path("tier").asText()).isEqualTo("development");

        HttpResponse<String> stopped = server.post(
                portal + "/environments/" + review.path("id").asLong() + "/stop", "");
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(server.read(stopped).path("state").asText()).isEqualTo("stopping");
        assertThat(texts(server.json(portal + "/environments?states=available"), "name"))
                .containsExactly("development", "staging", "production");
        server.sample().pass(Duration.ofSeconds(10));
        assertThat(texts(server.json(portal + "/environments?states=stopped"), "name"))
                .containsExactly("review/try-the-new-scheduler");
    }

    @Test
    void aCommitOfAMergeRequestIsToldWithAllAndComparedFromItsParent() {
        server.sample().seedReviewed("portal");
        String portal = "/projects/acme%2Fplatform%2Fportal";
        JsonNode pipeline = server.json(portal + "/pipelines?source=merge_request_event").path(0);
        String sha = pipeline.path("sha").asText();

        assertThat(texts(server.json(portal + "/repository/commits?all=true&per_page=100"), "id")).contains(sha);
        assertThat(texts(server.json(portal + "/repository/commits?per_page=100"), "id")).doesNotContain(sha);
        JsonNode compared = server.json(portal + "/repository/compare?from=v3.4.1&to=" + sha);
        assertThat(texts(compared.path("commits"), "title")).containsExactly("Try the new scheduler");
    }

    @Test
    void protectionIsToldByName() {
        JsonNode all = server.json(AUTH + "/protected_environments");

        assertThat(texts(all, "name")).containsExactly("production");
        assertThat(all.at("/0/deploy_access_levels/0/access_level").asInt()).isEqualTo(40);
        assertThat(texts(all.at("/0/approval_rules"), "required_approvals")).containsExactly("1", "1");
        assertThat(server.json(AUTH + "/protected_environments/production")).isEqualTo(all.path(0));
        assertThat(server.get(AUTH + "/protected_environments/staging").statusCode()).isEqualTo(404);
        assertThat(server.json(RESIZER + "/protected_environments")).isEmpty();
    }

    @Test
    void freezesAreToldAsCron() {
        JsonNode freeze = server.json(AUTH + "/freeze_periods").path(0);

        assertThat(freeze.path("freeze_start").asText()).isEqualTo("0 16 * * 5");
        assertThat(freeze.path("freeze_end").asText()).isEqualTo("0 7 * * 1");
        assertThat(freeze.path("cron_timezone").asText()).isEqualTo("Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "99999999999999999999"})
    void otherNumbersAreNoDeployments(String number) {
        assertThat(server.get(AUTH + "/deployments/" + number).statusCode()).isEqualTo(404);
        assertThat(server.post(AUTH + "/deployments/" + number + "/approval", YES).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeploymentOfAnotherProjectIsNotThere() {
        long id = blocked();

        assertThat(server.get(RESIZER + "/deployments/" + id).statusCode()).isEqualTo(404);
        assertThat(server.post(RESIZER + "/deployments/" + id + "/approval", YES).statusCode()).isEqualTo(404);
        assertThat(deployment(id).path("pending_approval_count").asInt()).isEqualTo(2);
    }
}
