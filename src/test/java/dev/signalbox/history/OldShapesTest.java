package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal outlives the version that wrote it.
class OldShapesTest {

    private static final RunId RUN =
            new RunId(new RepositoryId(new ConnectionId("github"), "acme", "checkout"), 9_007_199_254_740_993L);

    /// An approval as the first version wrote it.
    private static final String APPROVAL = """
            {"plan":{"id":{"text":"p-1"},
              "intent":{"kind":"reviewDeployment",
                "run":{"repository":{"connection":{"name":"github"},"owner":"acme","name":"checkout"},
                  "number":9007199254740993},
                "attempt":2,"headSha":"4be02d1","environments":[5,6],"environmentNames":["production","staging"],
                "decision":"APPROVE","comment":"looks good"},
              "title":"Approve run #641 for production, staging","subject":"acme/checkout",
              "environment":"production","guard":{"kind":"typeName","name":"production"},
              "preconditions":[
                {"kind":"runIs",
                  "run":{"repository":{"connection":{"name":"github"},"owner":"acme","name":"checkout"},
                    "number":9007199254740993},"attempt":2,"headSha":"4be02d1"},
                {"kind":"awaitsReview",
                  "run":{"repository":{"connection":{"name":"github"},"owner":"acme","name":"checkout"},
                    "number":9007199254740993},"environments":[5,6]}],
              "steps":[{"title":"Approve","request":{"connection":{"name":"github"},"method":"POST",
                  "uri":"https://api.example/repos/acme/checkout/actions/runs/1/pending_deployments",
                  "contentType":"application/json","body":"{\\"environment_ids\\":[5,6]}","command":"gh api …"},
                "verifies":{"kind":"reviewListed",
                  "run":{"repository":{"connection":{"name":"github"},"owner":"acme","name":"checkout"},
                    "number":9007199254740993},
                  "environments":["production","staging"],"decision":"APPROVE","actor":"alice",
                  "comment":"looks good"},
                "verifiedBy":"The run's list of reviews holds ours.","courtesy":false}],
              "undo":{"kind":"impossible","reason":"It may be out already."},
              "preview":["commit 4be02d1 may go to production"],"warnings":[],"key":"k-1",
              "preparedAt":"2026-10-02T11:59:00Z"},
            "operator":"alice@desk","confirmedAt":"2026-10-02T12:00:00Z","phase":"DONE",
            "steps":[{"index":0,"fate":"VERIFIED","words":"approved","at":"2026-10-02T12:00:02Z"}],
            "words":"approved","endedAt":"2026-10-02T12:00:03Z"}
            """;

    private final ActionJson json = new ActionJson();

    @Test
    void readsAnApprovalOfTheTimeBeforeGates() {
        ActionRecord action = json.read(APPROVAL).orElseThrow();
        assertThat(action.phase()).isEqualTo(Phase.DONE);
        assertThat(action.plan().intent()).isEqualTo(new Intent.ReviewDeployment(
                RUN, 2, "4be02d1", List.of(new Gate.Environment(5), new Gate.Environment(6)),
                List.of("production", "staging"), Decision.APPROVE, "looks good"));
        assertThat(action.plan().preconditions()).containsExactly(
                new Precondition.RunIs(RUN, 2, "4be02d1"),
                new Precondition.AwaitsReview(
                        RUN, List.of(new Gate.Environment(5), new Gate.Environment(6)), null));
    }

    @Test
    void knowsNothingOfWhatWasListedBeforeWhereNobodyCounted() {
        assertThat(json.read(APPROVAL).orElseThrow().plan().steps()).singleElement()
                .extracting(PlanStep::verifies)
                .isEqualTo(new Expectation.ReviewListed(
                        RUN, List.of("production", "staging"), Decision.APPROVE, "alice", "looks good", null));
    }

    @Test
    void knowsNothingOfTheSpecBeforeWhereNobodyKeptIt() {
        var workload = SampleActions.CHECKOUT;
        String key = "{\"cluster\":{\"name\":\"" + workload.cluster().name() + "\"},\"namespace\":\""
                + workload.namespace() + "\",\"kind\":\"" + workload.kind() + "\",\"name\":\"" + workload.name()
                + "\"},\"uid\":\"u\",";
        assertThat(verifies("\"restartMarked\",\"workload\":" + key + "\"mark\":\"m\""))
                .isEqualTo(new Expectation.RestartMarked(workload, "u", "m", null));
        assertThat(verifies("\"pausedIs\",\"workload\":" + key + "\"paused\":true"))
                .isEqualTo(new Expectation.PausedIs(workload, "u", true, null));
        assertThat(verifies("\"replicasAre\",\"workload\":" + key + "\"replicas\":6"))
                .isEqualTo(new Expectation.ReplicasAre(workload, "u", 6, null));
    }

    private Expectation verifies(String text) {
        int from = APPROVAL.indexOf("{\"kind\":\"reviewListed\"");
        String old = APPROVAL.substring(from, APPROVAL.indexOf("\"verifiedBy\"")).strip().replaceAll(",$", "");
        return json.read(APPROVAL.replace(old, "{\"kind\":" + text + "}")).orElseThrow()
                .plan().steps().getFirst().verifies();
    }

    @Test
    void writesWhatItReadInTodaysShape() throws Exception {
        ActionRecord action = json.read(APPROVAL).orElseThrow();
        String today = json.write(action);
        assertThat(today).contains("\"gates\":[{\"kind\":\"environment\",\"number\":5}").doesNotContain("[5,6],");
        assertThat(json.read(today)).contains(action);
    }

    @Test
    void readsAnOldDecisionThatIsTheWayBackOfAnAction() {
        String undo = APPROVAL.replace(
                "{\"kind\":\"impossible\",\"reason\":\"It may be out already.\"}",
                "{\"kind\":\"byIntent\",\"words\":\"Reject\",\"intent\":" + intent() + "}");
        assertThat(json.read(undo)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"environments\":[\"5\"],\"environmentNames\"", "\"environments\":[null],\"environmentNames\"",
        "\"environments\":5,\"environmentNames\"", "\"environments\":{\"0\":5},\"environmentNames\"",
        "\"environmentNames\"", "\"environments\":[5],\"gates\":[],\"environmentNames\"",
        "\"environments\":[5],\"environments\":[6],\"environmentNames\""
    })
    void readsNothingThatNoVersionWrote(String field) {
        String strange = APPROVAL.replace("\"environments\":[5,6],\"environmentNames\"", field);
        assertThat(strange).isNotEqualTo(APPROVAL);
        assertThat(json.read(strange)).isEmpty();
    }

    @Test
    void leavesEverythingElseAsItIs() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        for (Intent intent : SampleActions.intents()) {
            ActionRecord action = SampleActions.action("p", Phase.DONE, ActionRecord.Fate.VERIFIED, SampleActions.NOON);
            String text = json.write(new ActionRecord(
                    SampleActions.plan("p", intent), action.operator(), action.confirmedAt(), action.phase(),
                    action.steps(), action.words(), action.endedAt()));
            assertThat(OldShapes.renewed(mapper.readTree(text))).isEqualTo(mapper.readTree(text));
        }
        for (String other : List.of("[]", "5", "{\"plan\":5}", "{\"plan\":{\"intent\":[],\"preconditions\":{}}}")) {
            assertThat(OldShapes.renewed(mapper.readTree(other))).isEqualTo(mapper.readTree(other));
        }
    }

    @Test
    void theJournalShowsAnOldApprovalAmongTheNewOnes(@TempDir Path folder) throws Exception {
        InstantSource clock = InstantSource.fixed(SampleActions.NOON);
        try (History history = History.open(folder, clock)) {
            history.journal().write(SampleActions.checking("new"));
        }
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                PreparedStatement row = file.prepareStatement(
                        "insert into action(id, confirmed_at, phase, at_end, record) values ('p-1', 1, 'DONE', 1, ?)")) {
            row.setString(1, APPROVAL);
            assertThat(row.executeUpdate()).isEqualTo(1);
        }
        try (History history = History.open(folder, clock)) {
            assertThat(history.journal().recent(5)).extracting(a -> a.plan().id().text())
                    .containsExactly("new", "p-1");
        }
    }

    private static String intent() {
        int from = APPROVAL.indexOf("{\"kind\":\"reviewDeployment\"");
        return APPROVAL.substring(from, APPROVAL.indexOf("\"title\"", from)).strip().replaceAll(",$", "");
    }
}
