package dev.signalbox.practice.github.world;

import static dev.signalbox.practice.github.world.Stage.conclusion;
import static dev.signalbox.practice.github.world.Stage.entering;
import static dev.signalbox.practice.github.world.Stage.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.github.world.Attempt.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How runs of any shape move; the two workflows of practice are only examples.
class RunEngineTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    /// a → b, c → d, and e on its own.
    private final Stage diamond = new Stage(job("a", List.of()), job("b", List.of("a")), job("c", List.of("a")),
            job("d", List.of("b", "c")), job("e", List.of()));

    @Test
    void runsEveryJobOnceAndAfterItsNeeds() {
        Run run = diamond.start();
        diamond.play(run);

        assertThat(run.latest().jobs()).extracting(job -> job.plan().name())
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(ended(run, "a")).isEqualTo(job(run, "b").createdAt()).isEqualTo(job(run, "c").createdAt());
        Instant last = ended(run, "b").isAfter(ended(run, "c")) ? ended(run, "b") : ended(run, "c");
        assertThat(job(run, "d").createdAt()).isEqualTo(last);
        assertThat(job(run, "e").createdAt()).isEqualTo(Stage.BEGIN);
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 1_000, 7_300, 60_000, 180_000})
    void tellsTheSameTimesHoweverSeldomItIsLookedAt(long millis) {
        Stage other = new Stage(job("a", List.of()));
        Run seldom = other.start();
        Stage same = new Stage(job("a", List.of()));
        Run often = same.start();
        other.play(seldom, Duration.ofMillis(millis), LONG);
        same.play(often, Duration.ofMillis(100), LONG);

        assertThat(job(seldom, "a").steps()).isEqualTo(job(often, "a").steps());
        assertThat(job(seldom, "a").startedAt()).isEqualTo(job(often, "a").startedAt());
        assertThat(seldom.latest().updatedAt()).isEqualTo(often.latest().updatedAt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a | FAILURE SKIPPED SKIPPED SKIPPED SUCCESS
            b | SUCCESS FAILURE SUCCESS SKIPPED SUCCESS
            c | SUCCESS SUCCESS FAILURE SKIPPED SUCCESS
            d | SUCCESS SUCCESS SUCCESS FAILURE SUCCESS
            e | SUCCESS SUCCESS SUCCESS SUCCESS FAILURE
            """)
    void skipsAllThatNeedsAJobThatFailedHoweverFarBack(String failing, String expected) {
        Run run = diamond.start(new Failure(failing));
        diamond.play(run);

        List<String> ends = new ArrayList<>();
        List.of("a", "b", "c", "d", "e").forEach(name -> ends.add(String.valueOf(conclusion(run, name))));
        assertThat(String.join(" ", ends)).isEqualTo(expected);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.FAILURE);
    }

    @Test
    void runsAJobAfterOneThatWasOnlySkipped() {
        Stage stage = new Stage(job("a", List.of()), Stage.plan("b", List.of("a"), null, trigger -> false),
                job("c", List.of("b")));
        Run run = stage.start();
        stage.play(run);

        assertThat(conclusion(run, "b")).isEqualTo(Conclusion.SKIPPED);
        assertThat(conclusion(run, "c")).isEqualTo(Conclusion.SUCCESS);
        assertThat(job(run, "c").createdAt()).isEqualTo(ended(run, "a"));
        assertThat(job(run, "b").hasRun()).isFalse();
        assertThat(job(run, "b").steps()).isEmpty();
    }

    @Test
    void endsARunAtOnceWhoseEveryJobIsSkipped() {
        Run run = new Stage(Stage.plan("a", List.of(), null, trigger -> trigger.event().equals("tag"))).start();

        assertThat(run.status()).isEqualTo(Status.COMPLETED);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SKIPPED);
    }

    @Test
    void failsAtTheLongestStepAndSkipsTheRest() {
        Stage stage = new Stage(new JobPlan("a", List.of(), null, trigger -> true,
                List.of(StepPlan.of("Short", 1), StepPlan.of("Long", 9), StepPlan.of("After", 2))));
        Run run = stage.start(new Failure("a"));
        stage.play(run);

        assertThat(job(run, "a").steps()).extracting(Step::conclusion)
                .containsExactly(Conclusion.SUCCESS, Conclusion.FAILURE, Conclusion.SKIPPED);
        assertThat(job(run, "a").steps()).extracting(Step::number).containsExactly(1, 2, 3);
        assertThat(job(run, "a").steps().get(2).completedAt()).isEqualTo(ended(run, "a"));
    }

    @Test
    void holdsAJobThatEntersAGuardedEnvironmentUntilSomeoneAnswers() {
        Stage stage = new Stage(job("build", List.of()), entering("guarded", "deploy", List.of("build")));
        Run run = stage.start();
        stage.play(run);

        assertThat(run.status()).isEqualTo(Status.WAITING);
        assertThat(job(run, "deploy").hasRun()).isFalse();
        assertThat(stage.sent).isEmpty();
        assertThat(states(stage)).containsExactly("waiting");

        Instant yes = Stage.BEGIN.plus(LONG);
        stage.reviews().answer(run, List.of(22L), true, "Go", stage.people.you(), yes);
        stage.engine.advance(run, yes);
        assertThat(run.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(states(stage)).containsExactly("queued", "waiting");
        stage.engine.advance(run, yes.plusSeconds(60));
        // A rollout ends when it is seen to have ended, so the step after it needs another look.
        stage.engine.advance(run, yes.plusSeconds(90));
        assertThat(job(run, "deploy").startedAt()).isAfter(yes);
        assertThat(job(run, "deploy").createdAt()).isEqualTo(ended(run, "build"));
        assertThat(states(stage)).containsExactly("success", "in_progress", "queued", "waiting");
    }

    @Test
    void entersAnOpenEnvironmentWithoutAsking() {
        Stage stage = new Stage(entering("open", "deploy", List.of()));
        Run run = stage.start();
        stage.play(run);

        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(stage.sent).containsExactly("sample open dev-1");
        assertThat(states(stage)).containsExactly("success", "in_progress", "queued");
        assertThat(stage.repository.deployments().getFirst().creator()).isEqualTo(stage.people.developers().get(0));
    }

    @Test
    void keepsOneDeploymentOfAnEnvironmentAlive() {
        Stage stage = new Stage(entering("open", "deploy", List.of()));
        for (int number = 0; number < 3; number++) {
            stage.play(stage.start());
        }

        List<Deployment> live = stage.repository.deployments().stream()
                .filter(deployment -> deployment.state().equals("success"))
                .toList();
        assertThat(live).hasSize(1);
        // All three ran side by side: the one that went live last has replaced the others, at that moment.
        assertThat(stage.repository.deployments()).hasSize(3).allSatisfy(
                deployment -> assertThat(deployment.updatedAt()).isBeforeOrEqualTo(live.getFirst().updatedAt()));
    }

    @Test
    void leavesTheDeploymentThatRunsAloneWhenTheNextOneFails() {
        Stage stage = new Stage(entering("open", "deploy", List.of()));
        stage.play(stage.start());
        stage.rolloutsAre(false, "pods crash");
        stage.play(stage.start());

        assertThat(stage.repository.deployments()).extracting(Deployment::state).containsExactly("failure", "success");
    }

    @Test
    void waitsForARolloutHoweverLongItTakes() {
        Stage stage = new Stage(entering("open", "deploy", List.of()));
        stage.rolloutsAre(false, null);
        Run run = stage.start();
        stage.play(run, Duration.ofSeconds(1), Duration.ofHours(1));

        assertThat(run.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(job(run, "deploy").steps()).extracting(Step::status)
                .containsExactly(Status.COMPLETED, Status.IN_PROGRESS, Status.QUEUED);
        assertThat(stage.sent).hasSize(1);

        stage.rolloutsAre(true, null);
        Instant seen = Stage.BEGIN.plus(Duration.ofHours(2));
        stage.engine.advance(run, seen);
        stage.engine.advance(run, seen.plusSeconds(30));
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(job(run, "deploy").steps().get(1).completedAt()).isEqualTo(seen);
    }

    @Test
    void failsAReleaseWhoseTargetCannotBeReached() {
        Stage stage = new Stage(entering("open", "deploy", List.of()), job("report", List.of("deploy")));
        stage.breakTheSink();
        Run run = stage.start();
        stage.play(run);

        assertThat(conclusion(run, "deploy")).isEqualTo(Conclusion.FAILURE);
        assertThat(conclusion(run, "report")).isEqualTo(Conclusion.SKIPPED);
        assertThat(states(stage)).startsWith("failure");
    }

    @ParameterizedTest
    @CsvSource({"0, CANCELLED, SKIPPED", "4, CANCELLED, SKIPPED", "12, SUCCESS, CANCELLED"})
    void stopsWhatRunsAndSkipsWhatHasNotBegun(int second, Conclusion first, Conclusion next) {
        Stage stage = new Stage(job("a", List.of()), job("b", List.of("a")));
        Run run = stage.start();
        Instant at = Stage.BEGIN.plusSeconds(second);
        stage.engine.advance(run, at);
        run.latest().cancelFrom(at);
        stage.engine.advance(run, at);

        assertThat(run.status()).isEqualTo(Status.COMPLETED);
        assertThat(conclusion(run, "a")).isEqualTo(first);
        assertThat(conclusion(run, "b")).isEqualTo(next);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.CANCELLED);
        assertThat(run.latest().updatedAt()).isBeforeOrEqualTo(at);
    }

    @Test
    void stopsNotBeforeTheMomentThatWasAskedFor() {
        Stage stage = new Stage(job("a", List.of()));
        Run run = stage.start();
        Instant at = Stage.BEGIN.plusSeconds(2);
        run.latest().cancelFrom(at);
        stage.engine.advance(run, at.minusMillis(1));
        assertThat(run.status()).isNotEqualTo(Status.COMPLETED);

        run.latest().cancelFrom(at.plusSeconds(50));
        stage.engine.advance(run, at);
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.CANCELLED);
    }

    @Test
    void endsTheDeploymentOfAJobThatWasCancelledWhileItWaited() {
        Stage stage = new Stage(entering("guarded", "deploy", List.of()));
        Run run = stage.start();
        run.latest().cancelFrom(Stage.BEGIN);
        stage.engine.advance(run, Stage.BEGIN);

        assertThat(states(stage)).containsExactly("failure", "waiting");
        assertThat(Reviews.waiting(run)).isEmpty();
    }

    @Test
    void leavesTestResultsOnceAndOnlyIfTheTestsRan() {
        Stage stage = new Stage(job("integration-tests", List.of()));
        Run cancelled = stage.start();
        cancelled.latest().cancelFrom(Stage.BEGIN);
        stage.engine.advance(cancelled, Stage.BEGIN);
        assertThat(cancelled.artifacts()).isEmpty();

        Run red = stage.start(new Failure("integration-tests"));
        stage.play(red);
        assertThat(red.artifacts()).extracting(Artifact::name).containsExactly("junit-results");
        assertThat(red.artifacts().getFirst().createdAt()).isEqualTo(ended(red, "integration-tests"));
    }

    private static Instant ended(Run run, String name) {
        return Objects.requireNonNull(job(run, name).completedAt());
    }

    private static List<String> states(Stage stage) {
        return stage.repository.deployments().getFirst().statuses().stream().map(DeploymentStatus::state).toList();
    }
}
