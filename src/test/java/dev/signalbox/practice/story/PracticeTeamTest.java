package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer finds; nothing moves here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeTeamTest {

    private StartedTeam started;

    @BeforeAll
    void start(@TempDir Path folder) {
        started = new StartedTeam(folder.resolve("practice"));
    }

    @AfterAll
    void close() {
        started.close();
    }

    @Test
    void writesAKubeconfigThatOnlyItsOwnerMayRead() throws IOException {
        Path kubeconfig = started.team().addresses().kubeconfig();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kubeconfig))).isEqualTo("rw-------");
        assertThat(Files.readString(started.team().addresses().board())).contains("workload: deployment/checkout");
    }

    @Test
    void itsBoardIsThereBeforeItStarts(@TempDir Path folder) throws IOException {
        ManualTicks ticks = new ManualTicks();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
                PracticeTeam team = new PracticeTeam(folder, ticks, ticks, new SplittableRandom(5), requests)) {
            String board = Files.readString(team.board());

            assertThat(board).contains("workload: deployment/checkout");
            assertThat(team.board()).isEqualTo(team.board());
            assertThat(folder.resolve("kubeconfig")).doesNotExist();
            assertThat(board).isEqualTo(Files.readString(started.team().addresses().board()));
        }
    }

    @Test
    void kubectlFindsItsTokenInTheAddress() throws IOException {
        String text = Files.readString(started.team().addresses().kubectl());
        String address = text.lines()
                .filter(line -> line.contains("server: "))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*server: ", "");
        assertThat(started.ask(URI.create(address + "/version"), "").statusCode()).isEqualTo(200);
    }

    @Test
    void addressesDoNotPrintTheToken() {
        Addresses addresses = started.team().addresses();
        assertThat(addresses.toString())
                .contains(addresses.github().toString(), addresses.gitlab().toString())
                .doesNotContain(addresses.token())
                .doesNotContain(addresses.gitlabToken());
    }

    @Test
    void oneGroupIsOnTheOtherProvider() {
        assertThat(started.gitlab("/groups/acme%2Fplatform/projects").body())
                .contains("\"auth\"", "\"notifications\"", "\"email-gateway\"", "\"audit-log\"")
                .doesNotContain("\"checkout\"");
        JsonNode blocked = started.platform("auth", "/deployments?status=blocked").path(0);
        assertThat(blocked.at("/environment/name").asText()).isEqualTo("production");
        assertThat(started.platform("auth", "/deployments/" + blocked.path("id").asLong())
                .path("pending_approval_count").asInt()).isEqualTo(2);
    }

    @Test
    void neitherProviderTakesTheTokenOfTheOther() {
        Addresses addresses = started.team().addresses();
        assertThat(started.ask(URI.create(addresses.gitlab() + "/api/v4/user"), addresses.token()).statusCode())
                .isEqualTo(401);
        assertThat(started.ask(URI.create(addresses.github() + "/user"), addresses.gitlabToken()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void twoApprovalsWaitForTheNewcomerAtTheStart() {
        assertThat(started.waiting()).contains("web-frontend production true", "payments-api production true");
    }

    @Test
    void theNewestBuildOfSearchIsRed() {
        JsonNode run = started.json("/repos/acme/search/actions/workflows/ci.yml/runs").path("workflow_runs").path(0);
        assertThat(run.path("conclusion").asText()).isEqualTo("failure");
        assertThat(run.path("display_title").asText()).isEqualTo("Tune ranking weights");
    }

    @Test
    void oneTestOfLedgerIsFlaky() throws IOException {
        JsonNode run = started.json("/repos/acme/ledger/actions/workflows/ci.yml/runs").path("workflow_runs").path(0);
        String path = "/repos/acme/ledger/actions/runs/" + run.path("id").asLong();

        assertThat(run.path("display_title").asText()).isEqualTo("Post both sides in one transaction");
        assertThat(run.path("run_attempt").asInt()).isEqualTo(2);
        assertThat(run.path("conclusion").asText()).isEqualTo("success");
        assertThat(started.json(path + "/attempts/1").path("conclusion").asText()).isEqualTo("failure");
        JsonNode artifacts = started.json(path + "/artifacts").path("artifacts");
        assertThat(report(artifacts.path(0))).contains("balances_after_concurrent_postings", "<failure");
        assertThat(report(artifacts.path(1))).contains("balances_after_concurrent_postings")
                .doesNotContain("<failure");
    }

    private String report(JsonNode artifact) throws IOException {
        byte[] archive = started.download("/repos/acme/ledger/actions/artifacts/" + artifact.path("id").asLong()
                + "/zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry()).isNotNull();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyRepositoryHasAPast() {
        for (JsonNode repository : started.json("/orgs/acme/repos?per_page=100")) {
            String repo = "/repos/" + repository.path("full_name").asText();
            assertThat(started.json(repo + "/actions/runs").path("total_count").asInt()).isGreaterThanOrEqualTo(12);
            for (String environment : Catalogue.ENVIRONMENTS) {
                assertThat(started.json(repo + "/deployments?environment=" + environment)).isNotEmpty();
            }
        }
    }

    @Test
    void runsAreListedNewestFirst() {
        for (ServiceStory service : Catalogue.onGitHub()) {
            JsonNode runs =
                    started.json("/repos/acme/" + service.name() + "/actions/runs?per_page=100").path("workflow_runs");
            assertThat(runs.valueStream().map(run -> run.path("created_at").asText()).toList())
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
    }

    @Test
    void bothSidesTellTheSameStory() {
        JsonNode workload = started.workload("prod-eu", "production", "payments-api");
        JsonNode deployment = started.json("/repos/acme/payments-api/deployments?environment=production")
                .valueStream()
                .filter(each -> isLive(each.path("id").asLong()))
                .findFirst()
                .orElseThrow();
        assertThat(workload.at("/spec/template/metadata/annotations/org.opencontainers.image.revision"))
                .isEqualTo(deployment.path("sha"));
        assertThat(workload.at("/spec/template/spec/containers/0/image").asText())
                .isEqualTo("registry.practice.test/acme/payments-api:v2.7.9");
    }

    private boolean isLive(long deployment) {
        JsonNode statuses = started.json("/repos/acme/payments-api/deployments/" + deployment + "/statuses");
        return statuses.path(0).path("state").asText().equals("success");
    }

    @Test
    void ledgerHasDriftedInProduction() {
        assertThat(started.image("prod-eu", "production", "ledger")).endsWith("ledger:v0.40.2");
        assertThat(started.image("staging-1", "staging", "ledger")).endsWith("ledger:v0.41.0");
    }
}
