package dev.signalbox.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RunState;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanWordsTest {

    /// The provider asks for it by 9 771 204; people call it 41.
    private static final RunId RUN = new RunId(SampleStates.repository("checkout"), 9_771_204);
    private static final RunNames NAMES = new RunNames(SampleStates.full().run(RUN, known(RUN, 41)).state());
    private static final TeamPlace TEAM = new TeamPlace("git@git.example.com:acme/board.git", "main", "ops/board.yaml");
    private static final WorkloadKey KEY = SampleStates.key("staging", "checkout");

    static Stream<Arguments> intents() {
        return Stream.of(
                Arguments.of(
                        new Intent.TriggerRun(RUN.repository(), 1, "CI", "main", Map.of()),
                        "Start CI of checkout on main", "Start the run"),
                Arguments.of(
                        new Intent.RerunRun(RUN, 1, new Scope.All(), false), "Run checkout #41 again", "Run again"),
                Arguments.of(
                        new Intent.RerunRun(RUN, 1, new Scope.Failed(), false),
                        "Run the failed jobs of checkout #41 again", "Run again"),
                Arguments.of(
                        new Intent.RerunRun(RUN, 1, new Scope.OneJob(5, "lint"), true),
                        "Run “lint” of checkout #41 again with debug logging", "Run again"),
                Arguments.of(new Intent.CancelRun(RUN, 1, false), "Cancel checkout #41", "Cancel the run"),
                Arguments.of(new Intent.CancelRun(RUN, 1, true), "Force checkout #41 to stop", "Force to stop"),
                Arguments.of(
                        review(Decision.APPROVE), "Approve checkout for staging, production", "Approve and deploy"),
                Arguments.of(
                        new Intent.ReviewDeployment(
                                RUN, 1, "8f41c2e0aa", List.of(new Gate.Deployment(3)), List.of("production"),
                                Decision.APPROVE, "", "Release managers"),
                        "Approve checkout for production, as Release managers", "Approve for Release managers"),
                Arguments.of(review(Decision.REJECT), "Reject checkout for staging, production", "Reject"),
                Arguments.of(
                        new Intent.Redeploy(RUN.repository(), "staging", 5, 6, RUN, 12, "v1.2", "8f41c2e0aa", "why"),
                        "Deploy v1.2 of checkout to staging again", "Deploy v1.2 again"),
                Arguments.of(
                        new Intent.StopEnvironment(RUN.repository(), 91, "review/new-cart", 5),
                        "Stop review/new-cart of checkout", "Stop review/new-cart"),
                Arguments.of(
                        new Intent.ProposeTeamFile(
                                TEAM, new TeamProposal("8f41c2e0aa", "", "List checkout", "", Instant.EPOCH),
                                List.of()),
                        "Propose “List checkout” for ops/board.yaml", "Propose the change"),
                Arguments.of(
                        new Intent.WithdrawProposal(TEAM, "signalbox/checkout", "8f41c2e0aa"),
                        "Take the proposal on signalbox/checkout back", "Take it back"),
                Arguments.of(
                        new Intent.RollBack(KEY, "u", 1, "r", "h", "v1.2", "why"),
                        "Roll back checkout in staging to v1.2", "Roll back to v1.2"),
                Arguments.of(new Intent.RestartWorkload(KEY, "u", 1), "Restart checkout in staging", "Restart"),
                Arguments.of(
                        new Intent.PauseRollout(KEY, "u", 1), "Pause the rollout of checkout in staging", "Pause"),
                Arguments.of(
                        new Intent.ResumeRollout(KEY, "u", 1), "Resume the rollout of checkout in staging", "Resume"),
                Arguments.of(
                        new Intent.ScaleWorkload(KEY, "u", 1, 2, 5), "Scale checkout in staging from 2 to 5",
                        "Scale to 5"));
    }

    static Stream<Arguments> checks() {
        return Stream.of(
                Arguments.of(
                        new Precondition.RunIs(RUN, 2, "8f41c2e0aa"),
                        "run #41 of acme/checkout is still attempt 2 of commit 8f41c2e"),
                Arguments.of(new Precondition.RunIs(RUN, 2, "8f4"),
                        "run #41 of acme/checkout is still attempt 2 of commit 8f4"),
                Arguments.of(new Precondition.RunUnfinished(RUN, 2),
                        "run #41 of acme/checkout, attempt 2, has not finished"),
                Arguments.of(new Precondition.RunFinished(RUN, 2), "run #41 of acme/checkout, attempt 2, has finished"),
                Arguments.of(
                        new Precondition.RunUntouched(RUN, Instant.EPOCH),
                        "nothing happened in run #41 of acme/checkout since"),
                Arguments.of(
                        new Precondition.AwaitsReview(RUN, List.of(new Gate.Environment(1)), null),
                        "run #41 of acme/checkout still waits for review, and you may decide"),
                Arguments.of(
                        new Precondition.AwaitsReview(RUN, List.of(new Gate.Deployment(1)), "QA\u202e"),
                        "run #41 of acme/checkout still waits for review, and you may decide; the rule QA‹U+202E›"
                                + " still misses somebody"),
                Arguments.of(
                        new Precondition.DeploymentKept(RUN.repository(), 5, "8f41c2e0aa", 12),
                        "deployment 5 is still of commit 8f41c2e, by the same job"),
                Arguments.of(
                        new Precondition.EnvironmentRuns(RUN.repository(), "production", 6),
                        "production still runs deployment 6"),
                Arguments.of(
                        new Precondition.EnvironmentRuns(RUN.repository(), "review/x", 0),
                        "nothing was deployed to review/x meanwhile"),
                Arguments.of(
                        new Precondition.NoneUnderWay(RUN.repository(), "prod\u202e"),
                        "nothing is being deployed to prod‹U+202E›"),
                Arguments.of(
                        new Precondition.EnvironmentInUse(RUN.repository(), 91, "review/\u202ex"),
                        "review/‹U+202E›x is still in use"),
                Arguments.of(new Precondition.WorkflowActive(RUN.repository(), 1), "the workflow can be started"),
                Arguments.of(
                        new Precondition.TeamFileAt(TEAM, "8f41c2e0aa"),
                        "main of the team file is still at commit 8f41c2e"),
                Arguments.of(
                        new Precondition.BranchAt(TEAM, "signalbox/board-1", ""),
                        "there is no branch signalbox/board-1 yet"),
                Arguments.of(
                        new Precondition.BranchAt(TEAM, "signalbox/\u202e", "8f41c2e0aa"),
                        "the branch signalbox/‹U+202E› is still at commit 8f41c2e"),
                Arguments.of(
                        new Precondition.RequestIs(RUN.repository(), "b", 0), "no request for the branch is open"),
                Arguments.of(
                        new Precondition.RequestIs(RUN.repository(), "b", 12),
                        "request 12 for the branch is still open"),
                Arguments.of(
                        new Precondition.WorkloadIs(KEY, "u", 58),
                        "deployment/checkout is the same object at generation 58"),
                Arguments.of(new Precondition.NotPaused(KEY), "deployment/checkout is not paused"),
                Arguments.of(new Precondition.RevisionKept(KEY, "r", "h57"), "the revision h57 still exists"));
    }

    @ParameterizedTest
    @MethodSource("intents")
    void saysWhatIsIntendedAndNamesTheButtonByIt(Intent intent, String words, String button) {
        assertThat(IntentWords.of(intent, NAMES)).isEqualTo(words);
        assertThat(SheetRows.press(intent, NAMES)).isEqualTo(button);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void saysWhatIsCheckedBeforehand(Precondition check, String words) {
        assertThat(PreconditionWords.of(check, NAMES)).isEqualTo(words);
    }

    @Test
    void theButtonPromisesADeployOnlyWhereTheApprovalBringsOne() {
        assertThat(SheetRows.press(approve(new Gate.Environment(1)), NAMES)).isEqualTo("Approve and deploy");
        assertThat(SheetRows.press(approve(new Gate.Deployment(1)), NAMES)).isEqualTo("Approve");
        assertThat(SheetRows.press(approve(new Gate.ManualJob(1)), NAMES)).isEqualTo("Start the job");
        assertThat(SheetRows.press(approve(new Gate.ManualJob(1), new Gate.Deployment(2)), NAMES))
                .isEqualTo("Approve");
    }

    @Test
    void theButtonPromisesADeployWhereOursIsTheLastOfANumberOfApprovals() {
        Gate gate = new Gate.Deployment(1);
        assertThat(SheetRows.press(approve(gate), lacking(gate, "", 1))).isEqualTo("Approve and deploy");
        assertThat(SheetRows.press(approve(gate), lacking(gate, "", 2))).isEqualTo("Approve");
        assertThat(SheetRows.press(approve(gate), lacking(gate, "QA", 1))).isEqualTo("Approve");
        assertThat(SheetRows.press(approve(gate), lacking(new Gate.Deployment(2), "", 1))).isEqualTo("Approve");
        assertThat(SheetRows.press(approve(gate, new Gate.ManualJob(1)), lacking(gate, "", 1))).isEqualTo("Approve");
    }

    private static RunNames lacking(Gate gate, String rule, int approvals) {
        PendingApproval pending = new PendingApproval(
                RUN, gate, "production", true, Duration.ZERO, null, List.of(),
                List.of(new ApprovalRule(rule, approvals, List.of(), List.of())), true);
        RunState known = new RunState(
                Reading.never(), Map.of(), Reading.of(List.of(pending), SampleStates.NOW), Reading.never());
        return new RunNames(SampleStates.full().run(RUN, known).state());
    }

    private static Intent approve(Gate... gates) {
        return new Intent.ReviewDeployment(
                RUN, 1, "abc", List.of(gates), Arrays.stream(gates).map(gate -> "production").toList(),
                Decision.APPROVE, "");
    }

    @Test
    void noKindIsLeftOut() {
        assertThat(kinds(intents())).isEqualTo(records(Intent.class));
        assertThat(kinds(checks())).isEqualTo(records(Precondition.class));
    }

    @Test
    void aVersionOnAButtonCannotTurnItsWordsAround() {
        assertThat(SheetRows.press(new Intent.RollBack(KEY, "u", 1, "r", "h", "v1\u202e2", "why"), NAMES))
                .isEqualTo("Roll back to v1‹U+202E›2");
    }

    @ParameterizedTest
    @MethodSource("intents")
    void neverSaysTheNumberThatOnlyProgramsKnow(Intent intent, String words, String button) {
        for (RunNames names : List.of(NAMES, new RunNames(ConsoleState.EMPTY))) {
            assertThat(IntentWords.of(intent, names)).doesNotContain("9771204").contains("checkout");
        }
    }

    @Test
    void doesWithoutANumberUntilItIsKnown() {
        RunNames nothing = new RunNames(ConsoleState.EMPTY);
        assertThat(IntentWords.of(new Intent.CancelRun(RUN, 1, false), nothing)).isEqualTo("Cancel a run of checkout");
        assertThat(PreconditionWords.of(new Precondition.RunFinished(RUN, 2), nothing))
                .isEqualTo("the run of acme/checkout, attempt 2, has finished");
    }

    @Test
    void findsTheNumberInTheListOfItsRepositoryToo() {
        RunNames listed = new RunNames(SampleStates.rich());
        assertThat(listed.briefly(new RunId(RUN.repository(), 4_182))).isEqualTo("checkout #4182");
        assertThat(listed.fully(SampleRuns.SEARCH_FAILED)).isEqualTo("run #641 of acme/search");
        assertThat(listed.briefly(new RunId(RUN.repository(), 5))).isEqualTo("a run of checkout");
    }

    private static RunState known(RunId id, long number) {
        return new RunState(
                Reading.of(
                        new Run(
                                id, 1, 1, "CI", ".github/workflows/ci.yml", number, "x", "push", RunStatus.COMPLETED,
                                Conclusion.SUCCESS, "main", "8f41c2e", "ada", "ada", SampleStates.NOW,
                                SampleStates.NOW, SampleStates.NOW, null),
                        SampleStates.NOW),
                Map.of(), Reading.never(), Reading.never());
    }

    private static Set<Class<?>> kinds(Stream<Arguments> rows) {
        return rows.map(a -> a.get()[0].getClass()).collect(Collectors.toSet());
    }

    private static Set<Class<?>> records(Class<?> sealed) {
        Set<Class<?>> found = new HashSet<>();
        Arrays.stream(sealed.getPermittedSubclasses()).forEach(kind -> {
            if (kind.isSealed()) {
                found.addAll(records(kind));
            } else {
                found.add(kind);
            }
        });
        return found;
    }

    private static Intent review(Decision decision) {
        return new Intent.ReviewDeployment(
                RUN, 1, "abc", List.of(new Gate.Environment(1), new Gate.Environment(2)),
                List.of("staging", "production"), decision, "");
    }
}
