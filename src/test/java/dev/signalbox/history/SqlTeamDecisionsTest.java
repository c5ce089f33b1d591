package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamDecision.Verdict;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.port.JournalFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTeamDecisionsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final TeamPlace PLACE = new TeamPlace("https://git.example.com/acme/board.git", "main", "b.yaml");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private History history;

    @BeforeEach
    void open() {
        history = History.open(folder, InstantSource.fixed(NOON));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void knowsNothingAtFirst() throws Exception {
        assertThat(history.teamDecisions().inForce(PLACE)).isEmpty();
        assertThat(history.teamDecisions().recent(10)).isEmpty();
    }

    @Test
    void givesBackWhatWasKeptAlsoAfterAStart() throws Exception {
        TeamDecision kept = decision("a1", Verdict.ACCEPTED, "version: 1\n");
        history.teamDecisions().keep(kept);
        assertThat(history.teamDecisions().inForce(PLACE)).contains(kept);
        close();
        open();
        assertThat(history.teamDecisions().inForce(PLACE)).contains(kept);
    }

    @Test
    void theNewestInForceCountsAndANoChangesNothing() throws Exception {
        history.teamDecisions().keep(decision("a1", Verdict.ADOPTED, "one"));
        history.teamDecisions().keep(decision("b2", Verdict.ACCEPTED, "two"));
        history.teamDecisions().keep(decision("c3", Verdict.KEPT_OLD, ""));
        assertThat(history.teamDecisions().inForce(PLACE)).get()
                .satisfies(d -> assertThat(d.text()).isEqualTo("two"))
                .satisfies(d -> assertThat(d.commit().id()).isEqualTo("b2"));
        assertThat(history.teamDecisions().recent(10)).extracting(d -> d.commit().id() + " " + d.verdict())
                .containsExactly("c3 KEPT_OLD", "b2 ACCEPTED", "a1 ADOPTED");
        assertThat(history.teamDecisions().recent(1)).hasSize(1);
    }

    @Test
    void whatIsReleasedIsInForceNoMoreAndCanStillBeRead() throws Exception {
        history.teamDecisions().keep(decision("a1", Verdict.ACCEPTED, "one"));
        history.teamDecisions().release(new TeamPlace(PLACE.repository(), PLACE.branch(), "elsewhere.yaml"));
        assertThat(history.teamDecisions().inForce(PLACE)).isPresent();
        history.teamDecisions().release(PLACE);
        assertThat(history.teamDecisions().inForce(PLACE)).isEmpty();
        close();
        open();
        assertThat(history.teamDecisions().inForce(PLACE)).isEmpty();
        assertThat(history.teamDecisions().recent(10)).extracting(d -> d.commit().id()).containsExactly("a1");
        history.teamDecisions().keep(decision("b2", Verdict.ADOPTED, "two"));
        assertThat(history.teamDecisions().inForce(PLACE)).get().satisfies(d -> assertThat(d.text()).isEqualTo("two"));
    }

    @Test
    void onlyTheTextInForceTakesRoom() throws Exception {
        history.teamDecisions().keep(decision("a1", Verdict.ADOPTED, "one"));
        history.teamDecisions().keep(decision("b2", Verdict.ADOPTED, "two"));
        history.teamDecisions().keep(decision("c3", Verdict.KEPT_OLD, ""));
        assertThat(history.teamDecisions().inForce(PLACE)).get()
                .satisfies(d -> assertThat(d.text()).isEqualTo("two"));
        assertThat(history.teamDecisions().recent(9)).allMatch(d -> d.text().isEmpty());
    }

    @Test
    void eachPlaceHasItsOwn() throws Exception {
        TeamPlace other = new TeamPlace(PLACE.repository(), "next", PLACE.path());
        history.teamDecisions().keep(decision("a1", Verdict.ADOPTED, "one"));
        assertThat(history.teamDecisions().inForce(other)).isEmpty();
        assertThat(history.teamDecisions().inForce(
                new TeamPlace("https://evil.test/acme/board.git", "main", "b.yaml"))).isEmpty();
    }

    @Test
    void hostileTextIsKeptAsItIs() throws Exception {
        TeamDecision odd = new TeamDecision(
                PLACE, new TeamCommit("a1", "'; drop table action; --\u202e", NOON, "\u0007\n"), Verdict.ADOPTED,
                "the console", NOON, List.of("a", "b"), "'\"\\\n\0x");
        history.teamDecisions().keep(odd);
        assertThat(history.teamDecisions().inForce(PLACE)).contains(odd);
    }

    @Test
    void aClosedJournalKeepsNothing() {
        history.close();
        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> history.teamDecisions().keep(decision("a1", Verdict.ACCEPTED, "one")));
        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> history.teamDecisions().inForce(PLACE));
    }

    private static TeamDecision decision(String commit, Verdict verdict, String text) {
        return new TeamDecision(
                PLACE, new TeamCommit(commit, "Ann", NOON.minusSeconds(60), "Change it"), verdict, "ann@desk", NOON,
                verdict == Verdict.ADOPTED ? List.of() : List.of("HOST_MOVED work: a → b"), text);
    }
}
