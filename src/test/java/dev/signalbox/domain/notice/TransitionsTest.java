package dev.signalbox.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {

    private static final Instant START = Instant.parse("2026-03-03T10:00:00Z");
    private static final RepositoryId SHOP = new RepositoryId(new ConnectionId("Work"), "acme", "shop");
    private static final Sight.TargetName CELL = new Sight.TargetName("checkout", "production");

    private Transitions known = Transitions.NONE;
    private Instant now = START;

    @Test
    void whatIsThereAtTheFirstReadingIsNoNews() {
        assertThat(look(failed(1), waiting(2, "production"), running(3))).isEmpty();
        assertThat(look(failed(1), waiting(2, "production"), running(3))).isEmpty();
    }

    @Test
    void aRunThatBeginsIsToldOnce() {
        look(passed(1));
        assertThat(kinds(look(running(2), passed(1)))).containsExactly("STARTED build #2");
        assertThat(look(running(2), passed(1))).isEmpty();
        assertThat(kinds(look(again(running(2), 2), passed(1)))).containsExactly("STARTED build #2");
    }

    @Test
    void anOlderRunThatIsListedLateIsNoNews() {
        look(passed(5));
        assertThat(look(passed(5), old(failedOn("release", 2)))).isEmpty();
        assertThat(look(passed(5), old(running(3)))).isEmpty();
    }

    @Test
    void aBranchThatBreaksIsToldOnceHoweverOftenItFailsAgain() {
        look(passed(1));
        assertThat(kinds(look(failed(2), passed(1)))).contains("BROKEN build #2");
        assertThat(kinds(look(failed(3), failed(2), passed(1)))).containsExactly("STARTED build #3");
        assertThat(kinds(look(passed(4), failed(3), failed(2)))).contains("FIXED build #4");
        assertThat(kinds(look(passed(5), passed(4)))).containsExactly("STARTED build #5");
    }

    @Test
    void aRunThatIsRunAgainAndSucceedsFixesIt() {
        look(passed(1));
        look(failed(2), passed(1));
        assertThat(kinds(look(again(running(2), 2), passed(1)))).containsExactly("STARTED build #2");
        assertThat(kinds(look(again(passed(2), 2), passed(1)))).containsExactly("FIXED build #2");
    }

    @Test
    void oneThatWasBrokenAtTheStartIsToldWhenItIsFixed() {
        look(failed(1));
        assertThat(kinds(look(passed(2), failed(1)))).contains("FIXED build #2");
    }

    @Test
    void whatEndsWithoutAResultChangesNothing() {
        look(passed(1));
        for (Conclusion end : List.of(
                Conclusion.CANCELLED, Conclusion.SKIPPED, Conclusion.NEUTRAL, Conclusion.UNKNOWN, Conclusion.STALE)) {
            assertThat(kinds(look(ended(2, end, "main", "push"), passed(1)))).as(end.name())
                    .doesNotContain("BROKEN build #2", "FIXED build #2");
        }
        assertThat(kinds(look(passed(3), passed(1)))).doesNotContain("FIXED build #3");
    }

    @Test
    void eachBranchAndWorkflowBreaksByItselfAndAllTagsAreOne() {
        look(passed(1));
        assertThat(kinds(look(failedOn("release", 2), passed(1)))).contains("BROKEN build #2");
        assertThat(kinds(look(failedOn("v1.0.0", 3), failedOn("release", 2), passed(1)))).contains("BROKEN build #3");
        assertThat(kinds(look(
                ended(4, Conclusion.SUCCESS, "v1.0.1", "push"), failedOn("v1.0.0", 3), failedOn("release", 2))))
                .contains("FIXED build #4");
    }

    @Test
    void proposedChangesAreTheirAuthorsAffair() {
        look(passed(1));
        assertThat(look(ended(2, Conclusion.FAILURE, "main", "pull_request"), passed(1))).isEmpty();
        assertThat(look(ended(3, Conclusion.FAILURE, "main", "merge_request_event"), passed(1))).isEmpty();
    }

    @Test
    void aDecisionThatComesToWaitForUsIsToldOnce() {
        look(running(1));
        assertThat(kinds(look(waiting(1, "production")))).containsExactly("WAITS build #1 production");
        assertThat(look(waiting(1, "production"))).isEmpty();
        assertThat(look(running(1))).isEmpty();
        assertThat(kinds(look(waiting(1, "production", "eu")))).containsExactly(
                "WAITS build #1 eu", "WAITS build #1 production");
    }

    @Test
    void whatWaitedBeforeTheConsoleAskedForWhomIsNoNews() {
        assertThat(look(unasked(1))).isEmpty();
        assertThat(look(waiting(1, "production"))).isEmpty();
        assertThat(kinds(look(waiting(1, "production", "eu")))).containsExactly("WAITS build #1 eu");
    }

    @Test
    void aRunThatComesToWaitAndIsAskedLaterIsNews() {
        look(running(1));
        assertThat(look(unasked(1))).isEmpty();
        assertThat(kinds(look(waiting(1, "production")))).containsExactly("WAITS build #1 production");
    }

    @Test
    void afterAGapTheStateOfThingsIsNoNews() {
        look(passed(1));
        now = now.plus(RunChanges.GAP).plusSeconds(60);
        assertThat(look(failed(2), waiting(3, "production"))).isEmpty();
        assertThat(kinds(look(passed(4), failed(2), waiting(3, "production")))).contains("FIXED build #4");
    }

    @Test
    void aRepositoryThatIsSeenLaterHasAFirstReadingOfItsOwn() {
        look(passed(1));
        RepositoryId other = new RepositoryId(SHOP.connection(), "acme", "web");
        Transitions.Look look = known.at(
                new Sight(Map.of(other, new Sight.OfRepository(now, List.of(failed(1)), Set.of())), Map.of()), now);
        assertThat(look.notices()).isEmpty();
    }

    @Test
    void driftIsToldWhenItStaysAndOnlyOnce() {
        target(Optional.empty());
        assertThat(target(Optional.of("v2"))).isEmpty();
        now = now.plusSeconds(30);
        assertThat(target(Optional.of("v2"))).isEmpty();
        now = now.plusSeconds(31);
        assertThat(kinds(target(Optional.of("v2")))).containsExactly("DRIFTED v2 production");
        now = now.plusSeconds(600);
        assertThat(target(Optional.of("v2"))).isEmpty();
        target(Optional.empty());
        target(Optional.of("v2"));
        now = now.plusSeconds(61);
        assertThat(target(Optional.of("v2"))).hasSize(1);
    }

    @Test
    void aDifferenceThatGoesAwayWithTheNextReadingIsNone() {
        target(Optional.empty());
        target(Optional.of("v2"));
        now = now.plusSeconds(59);
        target(Optional.empty());
        now = now.plusSeconds(5);
        assertThat(target(Optional.of("v2"))).isEmpty();
    }

    @Test
    void whatAConsolePutBackIsCalledThat() {
        target(Optional.empty());
        drift(new Drift("v2", "v1", Drift.Kind.ROLLED_BACK));
        now = now.plusSeconds(61);
        assertThat(kinds(drift(new Drift("v2", "v1", Drift.Kind.ROLLED_BACK))))
                .containsExactly("ROLLED_BACK v1 production");
    }

    @Test
    void driftThatWasThereAtTheStartOrCameInAGapIsNoNews() {
        target(Optional.of("v2"));
        now = now.plusSeconds(120);
        assertThat(target(Optional.of("v2"))).isEmpty();
        known = Transitions.NONE;
        target(Optional.empty());
        now = now.plus(Duration.ofHours(8));
        target(Optional.of("v3"));
        now = now.plusSeconds(120);
        assertThat(target(Optional.of("v3"))).isEmpty();
    }

    @Test
    void aBranchThatIsNoLongerListedIsRemembered() {
        look(failedOn("release", 1));
        look(passed(2));
        assertThat(kinds(look(ended(3, Conclusion.SUCCESS, "release", "push"), passed(2)))).contains("FIXED build #3");
    }

    private List<Notice> look(Sight.OfRun... runs) {
        Set<RunId> asked = new HashSet<>();
        for (Sight.OfRun one : runs) {
            if (!one.service().equals("unasked")) {
                asked.add(one.run().id());
            }
        }
        now = now.plusSeconds(10);
        return look(new Sight(
                Map.of(SHOP, new Sight.OfRepository(now, Arrays.asList(runs), asked)), Map.of()));
    }

    private List<Notice> target(Optional<String> running) {
        return drift(running.map(version -> new Drift("v9", version, Drift.Kind.CHANGED_BY_HAND)).orElse(null));
    }

    private List<Notice> drift(@org.jspecify.annotations.Nullable Drift drift) {
        return look(new Sight(Map.of(), Map.of(CELL, new Sight.OfTarget("Shop", Optional.ofNullable(drift)))));
    }

    private List<Notice> look(Sight sight) {
        Transitions.Look look = known.at(sight, now);
        known = look.known();
        return look.notices();
    }

    private static List<String> kinds(List<Notice> notices) {
        List<String> words = new ArrayList<>();
        notices.forEach(n -> words.add((n.kind() + " " + n.detail() + " " + n.environment()).strip()));
        return words;
    }

    private static Sight.OfRun passed(long number) {
        return ended(number, Conclusion.SUCCESS, "main", "push");
    }

    private static Sight.OfRun failed(long number) {
        return failedOn("main", number);
    }

    private static Sight.OfRun failedOn(String branch, long number) {
        return ended(number, Conclusion.FAILURE, branch, "push");
    }

    private static Sight.OfRun ended(long number, Conclusion end, String branch, String event) {
        return of(run(number, 1, RunStatus.COMPLETED, end, branch, event, START.plusSeconds(number)));
    }

    private static Sight.OfRun running(long number) {
        return of(run(number, 1, RunStatus.IN_PROGRESS, Conclusion.NONE, "main", "push", START.plusSeconds(number)));
    }

    private static Sight.OfRun unasked(long number) {
        Run run = run(number, 1, RunStatus.WAITING, Conclusion.NONE, "main", "push", START.plusSeconds(number));
        return new Sight.OfRun(run, "unasked", "Shop", Set.of());
    }

    private static Sight.OfRun waiting(long number, String... environments) {
        Run run = run(number, 1, RunStatus.WAITING, Conclusion.NONE, "main", "push", START.plusSeconds(number));
        return new Sight.OfRun(run, "shop", "Shop", Set.of(environments));
    }

    private static Sight.OfRun again(Sight.OfRun one, int attempt) {
        Run r = one.run();
        return of(run(
                r.number(), attempt, r.status(), r.conclusion(), "main", r.event(), START.plusSeconds(r.number())));
    }

    private static Sight.OfRun old(Sight.OfRun one) {
        Run r = one.run();
        return of(run(
                r.number(), 1, r.status(), r.conclusion(), String.valueOf(r.branch()), r.event(),
                START.minusSeconds(86_400)));
    }

    private static Sight.OfRun of(Run run) {
        return new Sight.OfRun(run, "shop", "Shop", Set.of());
    }

    private static Run run(
            long number, int attempt, RunStatus status, Conclusion end, String branch, String event, Instant began) {
        return new Run(
                new RunId(SHOP, number), attempt, 7, "build", ".github/workflows/build.yml", number, "Change", event,
                status, end, branch, "a".repeat(40), "ana", "ana", began, began, began, null);
    }
}
