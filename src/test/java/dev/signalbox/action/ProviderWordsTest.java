package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Undo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Plans say what their provider's people say: what GitHub calls a run is a pipeline at GitLab.
class ProviderWordsTest {

    private static final Intent FAILED =
            new Intent.RerunRun(FakeCi.RUN, 1, new Intent.RerunRun.Scope.Failed(), false);
    private static final Intent ALL = new Intent.RerunRun(FakeCi.RUN, 1, new Intent.RerunRun.Scope.All(), false);

    private final World world = new World();

    @Test
    void aPipelineIsStartedAndCancelledAtGitLab() {
        atGitLab();
        Plan plan = console().plan(World.intent("trigger"));

        assertThat(plan.title()).isEqualTo("Start a pipeline on main");
        assertThat(plan.steps().getFirst().verifiedBy()).isEqualTo("A new pipeline on main appears.");
        assertThat(plan.undo()).isEqualTo(new Undo.Impossible(
                "The pipeline can be cancelled once it has started and its number is known."));
        assertThat(console().does(World.intent("trigger")).plan().undo()).isEqualTo(new Undo.ByIntent(
                "Cancel the pipeline", new Intent.CancelRun(new RunId(FakeCi.REPOSITORY, 642), 1, false)));
    }

    @Test
    void aRunOfAWorkflowIsStartedAndCancelledAtGitHub() {
        Plan plan = console().plan(World.intent("trigger"));

        assertThat(plan.title()).isEqualTo("Start Release on main");
        assertThat(plan.steps().getFirst().verifiedBy()).isEqualTo("A new run of Release on main appears.");
        assertThat(console().does(World.intent("trigger")).plan().undo()).isInstanceOfSatisfying(
                Undo.ByIntent.class, undo -> assertThat(undo.words()).isEqualTo("Cancel the run"));
    }

    @Test
    void whatCannotBeStartedNamesWhatThatProviderNeeds() {
        world.ci.manual = new ManualStart.NotOffered();
        assertThat(words(console().refusal(World.intent("trigger")))).contains("workflow_dispatch");

        atGitLab();
        assertThat(words(console().refusal(World.intent("trigger"))))
                .isEqualTo("Release cannot be started by hand: at main, no file describes pipelines. Choose another"
                        + " branch or tag, or add .gitlab-ci.yml to this one.");
    }

    @Test
    void anInputThatNobodyAskedForIsOneOfThePipeline() {
        Intent odd = new Intent.TriggerRun(FakeCi.REPOSITORY, 7, "Release", "main", Map.of("odd", "1"));
        assertThat(console().refusal(odd).reason()).isEqualTo("The workflow at main takes no input odd.");
        atGitLab();
        assertThat(console().refusal(odd).reason()).isEqualTo("The pipeline at main takes no input odd.");
    }

    @Test
    void theWayBackOfAnApprovalCancelsThePipeline() {
        atGitLab();
        world.ci.waitsAt(new Gate.Deployment(9));

        assertThat(console().plan(review(Decision.APPROVE)).undo()).isInstanceOfSatisfying(
                Undo.ByIntent.class, undo -> assertThat(undo.words()).isEqualTo("Cancel the pipeline"));
        assertThat(console().plan(review(Decision.REJECT)).undo())
                .isEqualTo(new Undo.Impossible("A rejection ends the pipeline; run it again to be asked again."));
    }

    @Test
    void aManualJobThatTakesNoNoIsLeftWaitingOrItsPipelineIsCancelled() {
        atGitLab(CiAbility.REJECT_MANUAL_JOB, "A manual job takes no rejection");
        world.ci.waitsAt(new Gate.ManualJob(31));
        Intent no = new Intent.ReviewDeployment(
                FakeCi.RUN, 1, FakeCi.SHA, List.of(new Gate.ManualJob(31)), List.of("production"), Decision.REJECT,
                "no");
        assertThat(console().refusal(no).advice()).isEqualTo("Leave it waiting, or cancel the pipeline.");
    }

    @Test
    void aCancellationSpeaksOfAttemptsOnlyWhereThereAreAny() {
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.IN_PROGRESS, Conclusion.NONE));
        assertThat(console().plan(World.intent("cancel")).preview())
                .containsExactly("attempt 1 of commit abcdef01 stops");

        atGitLab();
        Plan plan = console().plan(World.intent("cancel"));
        assertThat(plan.preview()).containsExactly("commit abcdef01 stops");
        assertThat(plan.undo())
                .isEqualTo(new Undo.Impossible("A stopped pipeline does not go on; it can be run again."));
    }

    @Test
    void forceIsRefusedWhereThereIsNone() {
        atGitLab(CiAbility.FORCE_CANCEL, "GitLab stops pipelines in one way only");
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.IN_PROGRESS, Conclusion.NONE));
        Draft.Refused refused = console().refusal(new Intent.CancelRun(FakeCi.RUN, 1, true));
        assertThat(words(refused)).isEqualTo("GitLab stops pipelines in one way only Cancel it without force.");
    }

    @Test
    void runningAgainAdvisesWhatTheProviderCanDo() {
        atGitLab(CiAbility.RERUN_ALL, "Only failed jobs run again");
        assertThat(console().refusal(ALL).advice()).isEqualTo("Start a new pipeline instead.");
        assertThat(console().plan(FAILED).preview())
                .containsExactly("new jobs in the same pipeline of commit abcdef01");

        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS));
        assertThat(console().refusal(FAILED).advice()).isEqualTo("Start a new pipeline instead.");
    }

    @Test
    void whereAllCanRunAgainThatIsTheAdvice() {
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.COMPLETED, Conclusion.SUCCESS));
        assertThat(console().refusal(FAILED).advice()).isEqualTo("Run all of it again instead.");
    }

    @Test
    void whatIsReadAfterwardsIsToldInTheSameWords() throws Exception {
        Expectation gate = new Expectation.GatePassed(FakeCi.RUN, new Gate.ManualJob(31));
        world.ci.waitsAt(new Gate.ManualJob(31));
        assertThat(read(gate)).isEqualTo("The run still waits there.");

        atGitLab();
        assertThat(read(gate)).isEqualTo("The pipeline still waits there.");
        world.ci.pending.clear();
        assertThat(read(gate)).isEqualTo("The pipeline does not wait there any more.");
        assertThat(read(new Expectation.RunAppears(
                FakeCi.REPOSITORY, 7, "other", "alice", world.clock.instant())))
                .isEqualTo("No pipeline that fits has appeared; probably it was not started.");
    }

    @Test
    void aConnectionThatIsGoneIsSpokenOfInOurOwnWords() {
        Outside nothing = new Outside(Map.of(), Map.of());
        assertThat(nothing.words(FakeCi.REPOSITORY.connection()).run()).isEqualTo("run");
        assertThat(world.outside().words(FakeCi.REPOSITORY.connection()).provider()).isEqualTo("GitHub");
    }

    @Test
    void whatWasDoneIsWrittenDownInTheseWords() {
        atGitLab();
        world.ci.runs.put(641L, world.ci.run(641, 1, RunStatus.IN_PROGRESS, Conclusion.NONE));
        ActionRecord done = console().does(World.intent("cancel"));
        assertThat(done.plan().steps().getFirst().title()).isEqualTo("Cancel Release #641");
        assertThat(done.plan().toString()).doesNotContain("the run").doesNotContain("A stopped run");
    }

    /// A console that looks at the world as it is by now.
    private World.Console console() {
        return world.console("alice@desk");
    }

    private void atGitLab() {
        world.ci.kind = Connection.Kind.GITLAB;
        world.ci.capabilities = new CiCapabilities(Map.of(), false, Set.of("workflow_dispatch"));
    }

    private void atGitLab(CiAbility not, String why) {
        world.ci.kind = Connection.Kind.GITLAB;
        world.ci.capabilities = new CiCapabilities(Map.of(not, why), false, Set.of("workflow_dispatch"));
    }

    private static Intent review(Decision decision) {
        return new Intent.ReviewDeployment(
                FakeCi.RUN, 1, FakeCi.SHA, List.of(new Gate.Deployment(9)), List.of("production"), decision, "ok");
    }

    private static String words(Draft.Refused refused) {
        return refused.reason() + " " + refused.advice();
    }

    private String read(Expectation expectation) throws Exception {
        return new Verifier(world.outside()).read(expectation, false).words();
    }
}
