package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.github.world.Attempt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFiltersTest {

    private static final String RUNS = "/repos/acme/checkout/actions/runs";
    private static final String BUILDS = "/repos/acme/checkout/actions/workflows/ci.yml/runs";

    private final PracticeServer server = new PracticeServer();

    @BeforeEach
    void startThreeBuildsOnDaysOfTheirOwn() {
        // The world's past ends at noon of 20 November.
        for (int day = 1; day <= 3; day++) {
            server.sample().jump(Duration.ofDays(1).plusMillis(137));
            server.sample().world().push(server.sample().repository("checkout"), server.sample().people().you(),
                    "Day " + day, server.sample().instant(), day == 2 ? new Attempt.Failure("lint") : null);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, 1", "2026-11-21..2026-11-22, 2", "2026-11-21..*, 3", "*..2026-11-21, past + 1",
        ">2026-11-21, 2", ">=2026-11-21, 3", "<2026-11-22, past + 1", "<=2026-11-22, past + 2", "2030-01-01, 0",
        ">=2026-11-22T12:00:00Z, 2", "<2026-11-22T12:00:00Z, past + 1", "2026-11-22T12:00:00Z, 1",
        "2026-11-22T13:00:00+01:00, 1", "2026-11-21T00:00:00Z..2026-11-22T12:00:00Z, 2", "*..*, past + 3"})
    void findsRunsByWhenTheyWereMade(String created, String expected) {
        int past = count("created=" + encode("<2026-11-21"));
        int wanted = expected.startsWith("past + ")
                ? past + Integer.parseInt(expected.substring(7))
                : Integer.parseInt(expected);

        assertThat(count("created=" + encode(created))).isEqualTo(wanted);
    }

    @Test
    void findsARunByTheTimeThatItTells() {
        for (JsonNode run : server.json(RUNS + "?per_page=10").path("workflow_runs")) {
            String told = run.path("created_at").asText();
            assertThat(ids("created=" + encode(told))).contains(run.path("id").asLong());
            assertThat(ids("created=" + encode("<=" + told))).contains(run.path("id").asLong());
            assertThat(ids("created=" + encode(">" + told))).doesNotContain(run.path("id").asLong());
        }
    }

    @Test
    void findsRunsByStateOrEnd() {
        server.sample().pass(Duration.ofSeconds(2));

        assertThat(all("status=failure")).isNotEmpty().allMatch(run -> text(run, "conclusion").equals("failure"));
        assertThat(all("status=completed")).allMatch(run -> text(run, "status").equals("completed"));
        assertThat(all("status=SUCCESS")).isNotEmpty().allMatch(run -> text(run, "conclusion").equals("success"));
        assertThat(all("status=in_progress").size() + all("status=queued").size() + all("status=waiting").size()
                + all("status=completed").size()).isEqualTo(all("").size());
        assertThat(count("status=flying")).isZero();
    }

    @Test
    void findsRunsByPersonEventBranchCommitAndSuite() {
        JsonNode newest = server.json(RUNS).path("workflow_runs").path(0);
        String sha = text(newest, "head_sha");

        assertThat(all("head_sha=" + sha)).hasSize(2).allMatch(run -> text(run, "head_sha").equals(sha));
        assertThat(ids("check_suite_id=" + text(newest, "check_suite_id"))).containsExactly(newest.path("id").asLong());
        assertThat(all("actor=release-mgr")).hasSize(6)
                .allMatch(run -> run.at("/actor/login").asText().equals("release-mgr"));
        assertThat(all("actor=" + encode("release-bot[bot]"))).isNotEmpty()
                .allMatch(run -> text(run, "event").equals("workflow_dispatch"));
        assertThat(count("branch=other")).isZero();
        assertThat(count("actor=nobody")).isZero();
    }

    @Test
    void findsOnlyWhatFitsEveryQuestion() {
        assertThat(count("event=push&status=failure&created=" + encode("2026-11-22"))).isEqualTo(1);
        assertThat(count("event=workflow_dispatch&created=" + encode("2026-11-22"))).isZero();
    }

    @Test
    void keepsToOneWorkflowWhenItIsAskedForOne() {
        String ci = "/repos/acme/checkout/actions/workflows/ci.yml";
        String id = text(server.json(ci), "id");

        assertThat(server.json(ci + "/runs?created=2026-11-22").path("total_count").asInt()).isEqualTo(1);
        assertThat(server.json(ci.replace("ci.yml", id) + "/runs").path("total_count"))
                .isEqualTo(server.json(ci + "/runs").path("total_count"));
        assertThat(server.get(ci.replace("ci.yml", "gone.yml") + "/runs").statusCode()).isEqualTo(404);
    }

    private int count(String query) {
        return server.json(BUILDS + "?" + query).path("total_count").asInt();
    }

    private List<JsonNode> all(String query) {
        return server.json(RUNS + "?per_page=100&" + query).path("workflow_runs").valueStream().toList();
    }

    private List<Long> ids(String query) {
        return all(query).stream().map(run -> run.path("id").asLong()).toList();
    }

    private static String text(JsonNode run, String field) {
        return run.path(field).asText();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
