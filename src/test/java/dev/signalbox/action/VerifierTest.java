package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {

    private final World world = new World();

    @Test
    void knowsTheRunThatItStartedFromThoseOfOthers() throws Exception {
        Expectation ours = runAppears("main", "alice");
        assertThat(read(ours)).isInstanceOf(Verdict.NotYet.class);
        world.ci.runs.put(642L, world.ci.run(642, 1, RunStatus.QUEUED, Conclusion.NONE));
        assertThat(read(ours)).isInstanceOf(Verdict.Met.class);
        assertThat(read(runAppears("refs/heads/main", "ALICE"))).isInstanceOf(Verdict.Met.class);
        assertThat(read(runAppears("other", "alice"))).isInstanceOf(Verdict.NotYet.class);
        assertThat(read(runAppears("main", "bob"))).isInstanceOf(Verdict.NotYet.class);
        assertThat(read(new Expectation.RunAppears(
                FakeCi.REPOSITORY, 8, "main", "alice", world.clock.instant().minusSeconds(2))))
                .isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void doesNotDoubtAStartThatTheServerTook() throws Exception {
        assertThat(read(runAppears("main", "alice")).words())
                .isEqualTo("No run that fits has appeared; probably it was not started.");
        assertThat(readAnswered(runAppears("main", "alice")).words())
                .isEqualTo("The server took the start, and no run that fits has appeared yet.");
    }

    @Test
    void asksForWhoStartedARunWhereTheListDoesNotTell() throws Exception {
        world.ci.listed = VerifierTest::byNobody;
        assertThat(read(runAppears("main", "alice"))).isInstanceOf(Verdict.NotYet.class);
        assertThat(world.ci.trace.points()).as("where nothing fits nobody is asked for").containsOnly("before runs");
        world.ci.runs.put(642L, world.ci.run(642, 1, RunStatus.QUEUED, Conclusion.NONE));
        assertThat(read(runAppears("main", "alice")).words()).isEqualTo("Release #642 has started.");
        assertThat(read(runAppears("main", "alice"))).isInstanceOf(Verdict.Met.class);
        assertThat(read(runAppears("main", "bob"))).isInstanceOf(Verdict.NotYet.class);
    }

    @Test
    void takesTheFirstOfSeveralRunsOnlyWhenTheServerSaidYes() throws Exception {
        world.ci.runs.put(643L, world.ci.run(643, 1, RunStatus.QUEUED, Conclusion.NONE));
        world.ci.runs.put(642L, world.ci.run(642, 1, RunStatus.QUEUED, Conclusion.NONE));
        assertThat(read(runAppears("main", "alice")).words())
                .isEqualTo("Several runs fit: Release #642, Release #643.");
        assertThat(readAnswered(runAppears("main", "alice")).words())
                .isEqualTo("Release #642 has started.");
    }

    @Test
    void seesARunThatWasNamedByTheServer() throws Exception {
        assertThat(read(new Expectation.RunExists(FakeCi.RUN))).isInstanceOf(Verdict.Met.class);
        assertThat(read(new Expectation.RunExists(new RunId(FakeCi.REPOSITORY, 641))).words())
                .isEqualTo("Release #641 has started.");
    }

    @Test
    void tellsHowARunEnded() throws Exception {
        Expectation stops = new Expectation.RunStops(FakeCi.RUN, 1);
        put(1, RunStatus.IN_PROGRESS, Conclusion.NONE);
        assertThat(read(stops)).isEqualTo(new Verdict.NotYet("Release #641 has not stopped yet.", false));
        assertThat(readAnswered(stops)).isEqualTo(read(stops));
        put(1, RunStatus.COMPLETED, Conclusion.CANCELLED);
        assertThat(read(stops)).isInstanceOf(Verdict.Met.class);
        assertThat(readAnswered(stops).words()).isEqualTo("Release #641 was stopped.");
        put(1, RunStatus.COMPLETED, Conclusion.SUCCESS);
        assertThat(read(stops))
                .isEqualTo(new Verdict.Excluded("Release #641 had succeeded before it could be stopped."));
        assertThat(readAnswered(stops)).isEqualTo(read(stops));
    }

    @ParameterizedTest
    @EnumSource(value = Conclusion.class, names = {"CANCELLED", "SUCCESS"}, mode = EnumSource.Mode.EXCLUDE)
    void takesAnotherEndForTheWorkOfACancelOnlyWhenTheServerSaidYes(Conclusion conclusion) throws Exception {
        Expectation stops = new Expectation.RunStops(FakeCi.RUN, 1);
        put(1, RunStatus.COMPLETED, conclusion);
        assertThat(read(stops)).isEqualTo(new Verdict.NotYet("Release #641 has ended.", false));
        assertThat(readAnswered(stops)).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void takesALaterAttemptForTheWorkOfACancelOnlyWhenTheServerSaidYes() throws Exception {
        Expectation stops = new Expectation.RunStops(FakeCi.RUN, 1);
        put(2, RunStatus.COMPLETED, Conclusion.CANCELLED);
        assertThat(read(stops))
                .isEqualTo(new Verdict.NotYet("Release #641 was run again since, by alice.", false));
        assertThat(readAnswered(stops)).isInstanceOf(Verdict.Met.class);
        assertThat(readAnswered(stops).words()).isEqualTo("Release #641 was run again since, by alice.");
    }

    @Test
    void readsTheAttemptOfARun() throws Exception {
        assertThat(read(new Expectation.AttemptReached(FakeCi.RUN, 2)))
                .isEqualTo(new Verdict.NotYet("Release #641 is still at attempt 1.", true));
        put(3, RunStatus.QUEUED, Conclusion.NONE);
        assertThat(read(new Expectation.AttemptReached(FakeCi.RUN, 2))).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void takesOnlyOurOwnDecisionForOurs() throws Exception {
        Expectation ours = new Expectation.ReviewListed(
                FakeCi.RUN, List.of("production"), Decision.APPROVE, "alice", "ok ");
        world.ci.waits("production");
        assertThat(read(ours)).isEqualTo(new Verdict.NotYet("The run still waits for review.", true));
        world.ci.pending.clear();
        assertThat(read(ours))
                .isEqualTo(new Verdict.NotYet("production does not wait for review any more.", false));
        review("alice", Review.Decision.REJECTED, "ok");
        assertThat(read(ours).words()).isEqualTo("production was already rejected by alice: “ok”.");
        review("alice", Review.Decision.UNKNOWN, "ok");
        assertThat(read(ours).words()).isEqualTo("production was already decided by alice: “ok”.");
        review("alice", Review.Decision.APPROVED, "other words");
        assertThat(read(ours)).isInstanceOf(Verdict.Excluded.class);
        review("Alice", Review.Decision.APPROVED, "ok");
        assertThat(read(ours)).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void takesAnEarlierDecisionForOursOnlyWhenTheServerSaidYes() throws Exception {
        Expectation ours = new Expectation.ReviewListed(
                FakeCi.RUN, List.of("production"), Decision.APPROVE, "alice", "ok",
                new Expectation.ReviewCount(1, 2));
        world.ci.waits("production");
        review("bob", Review.Decision.APPROVED, "");
        review("alice", Review.Decision.APPROVED, "ok");
        assertThat(read(ours)).isEqualTo(new Verdict.NotYet("The run still waits for review.", true));
        assertThat(readAnswered(ours)).isInstanceOf(Verdict.Met.class);
        // Nobody was added to the list, so nothing in it tells who it was.
        world.ci.pending.clear();
        assertThat(read(ours)).isInstanceOf(Verdict.NotYet.class);
        review("carol", Review.Decision.APPROVED, "");
        assertThat(read(ours)).isEqualTo(new Verdict.Excluded("production was already approved by carol."));
        review("alice", Review.Decision.APPROVED, "ok");
        assertThat(read(ours)).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void knowsWhenATemplateCannotBeOursAnyMore() throws Exception {
        Expectation ours = new Expectation.TemplateIs(FakeWorkload.KEY, "uid-1", "hash-2", 7);
        assertThat(read(ours)).isEqualTo(new Verdict.NotYet("The template is as it was.", true));
        world.cluster.state.deploy("rs-1", "kubectl-set", world.clock.instant());
        assertThat(read(ours))
                .isEqualTo(new Verdict.Excluded("It was changed by kubectl-set at 12:00:00 UTC and runs v1."));
        world.cluster.state.deploy("rs-3", "kubectl-set", world.clock.instant());
        // Ours may have been the first of the two.
        assertThat(read(ours)).isInstanceOf(Verdict.NotYet.class);
        assertThat(readAnswered(ours)).isInstanceOf(Verdict.Excluded.class);
        world.cluster.state.deploy("rs-2", "signalbox", world.clock.instant());
        assertThat(read(ours)).isInstanceOf(Verdict.Met.class);
        world.cluster.state.template = "rs-9";
        assertThat(read(ours).words()).contains("does not tell yet");
        world.cluster.state.uid = "uid-2";
        assertThat(read(ours)).isInstanceOf(Verdict.Excluded.class);
    }

    private Expectation runAppears(String ref, String actor) {
        return new Expectation.RunAppears(FakeCi.REPOSITORY, 7, ref, actor, world.clock.instant().minusSeconds(2));
    }

    private void put(int attempt, RunStatus status, Conclusion conclusion) {
        world.ci.runs.put(641L, world.ci.run(641, attempt, status, conclusion));
    }

    private static Run byNobody(Run run) {
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), run.headSha(), "", "",
                run.createdAt(), run.startedAt(), run.updatedAt(), run.page());
    }

    private void review(String user, Review.Decision decision, String comment) {
        world.ci.reviews.add(new Review(user, decision, comment, List.of("production")));
    }

    private Verdict read(Expectation expectation) throws Exception {
        return new Verifier(world.outside()).read(expectation, false);
    }

    private Verdict readAnswered(Expectation expectation) throws Exception {
        return new Verifier(world.outside()).read(expectation, true);
    }
}
