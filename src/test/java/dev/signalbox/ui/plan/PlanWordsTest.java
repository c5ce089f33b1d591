package dev.signalbox.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.testing.SampleStates;
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

    private static final RunId RUN = new RunId(SampleStates.repository("checkout"), 977);
    private static final WorkloadKey KEY = SampleStates.key("staging", "checkout");

    static Stream<Arguments> intents() {
        return Stream.of(
                Arguments.of(
                        new Intent.TriggerRun(RUN.repository(), 1, "CI", "main", Map.of()),
                        "Start CI of checkout on main", "Start the run"),
                Arguments.of(
                        new Intent.RerunRun(RUN, 1, new Scope.All(), false), "Run checkout #977 again", "Run again"),
                Arguments.of(
                        new Intent.RerunRun(RUN, 1, new Scope.Failed(), false),
                        "Run the failed jobs of checkout #977 again", "Run again"),
                Arguments.of(
                        new Intent.RerunRun(RUN, 1, new Scope.OneJob(5, "lint"), true),
                        "Run “lint” of checkout #977 again", "Run again"),
                Arguments.of(new Intent.CancelRun(RUN, 1, false), "Cancel checkout #977", "Cancel the run"),
                Arguments.of(new Intent.CancelRun(RUN, 1, true), "Force checkout #977 to stop", "Force to stop"),
                Arguments.of(
                        review(Decision.APPROVE), "Approve checkout for staging, production", "Approve and deploy"),
                Arguments.of(review(Decision.REJECT), "Reject checkout for staging, production", "Reject"),
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
                        "the run of acme/checkout is still attempt 2 of commit 8f41c2e"),
                Arguments.of(new Precondition.RunIs(RUN, 2, "8f4"),
                        "the run of acme/checkout is still attempt 2 of commit 8f4"),
                Arguments.of(new Precondition.RunUnfinished(RUN, 2),
                        "the run of acme/checkout, attempt 2, has not finished"),
                Arguments.of(new Precondition.RunFinished(RUN, 2), "the run of acme/checkout, attempt 2, has finished"),
                Arguments.of(
                        new Precondition.AwaitsReview(RUN, List.of(1L)),
                        "the run of acme/checkout still waits for review, and you may decide"),
                Arguments.of(new Precondition.WorkflowActive(RUN.repository(), 1), "the workflow can be started"),
                Arguments.of(
                        new Precondition.WorkloadIs(KEY, "u", 58),
                        "deployment/checkout is the same object at generation 58"),
                Arguments.of(new Precondition.NotPaused(KEY), "deployment/checkout is not paused"),
                Arguments.of(new Precondition.RevisionKept(KEY, "r", "h57"), "the revision h57 still exists"));
    }

    @ParameterizedTest
    @MethodSource("intents")
    void saysWhatIsIntendedAndNamesTheButtonByIt(Intent intent, String words, String button) {
        assertThat(IntentWords.of(intent)).isEqualTo(words);
        assertThat(SheetRows.press(intent)).isEqualTo(button);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void saysWhatIsCheckedBeforehand(Precondition check, String words) {
        assertThat(PreconditionWords.of(check)).isEqualTo(words);
    }

    @Test
    void noKindIsLeftOut() {
        assertThat(kinds(intents())).isEqualTo(records(Intent.class));
        assertThat(kinds(checks())).isEqualTo(records(Precondition.class));
    }

    @Test
    void aVersionOnAButtonCannotTurnItsWordsAround() {
        assertThat(SheetRows.press(new Intent.RollBack(KEY, "u", 1, "r", "h", "v1\u202e2", "why")))
                .isEqualTo("Roll back to v1⟨U+202E⟩2");
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
                RUN, 1, "abc", List.of(1L, 2L), List.of("staging", "production"), decision, "");
    }
}
