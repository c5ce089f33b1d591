package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A team that never waits: it pushes, releases, cancels, repeats and answers whatever there is. What it does may be
/// refused, but what is then told is always true in itself, and in the end everything comes to rest.
class RestlessWorldTest {

    private final SampleWorld sample = new SampleWorld();
    private final World world = sample.world();
    private final Map<Long, Instant> changedAt = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysTrueInItselfAndComesToRest(long luck) {
        SplittableRandom random = new SplittableRandom(luck);
        for (int deed = 0; deed < 60; deed++) {
            disturb(random);
            sample.jump(Duration.ofMillis(random.nextInt(15_000)));
            assertSound();
        }
        sample.rolloutsAre(true, null);
        for (int look = 0; look < 20; look++) {
            for (Run run : runs()) {
                answer(run, true);
            }
            sample.jump(Duration.ofSeconds(60));
        }
        assertSound();

        assertThat(runs()).allMatch(run -> run.status() == Status.COMPLETED);
        for (Repository repository : world.repositories()) {
            assertThat(repository.deployments()).extracting(Deployment::state)
                    .containsOnly("success", "inactive", "failure");
        }
    }

    private void disturb(SplittableRandom random) {
        Repository repository = world.repositories().get(random.nextInt(2));
        List<Person> people = sample.people().all();
        Person person = people.get(random.nextInt(people.size()));
        Run run = repository.runs().get(random.nextInt(Math.min(8, repository.runs().size())));
        try {
            switch (random.nextInt(7)) {
                case 0 -> world.push(repository, person, "Change " + random.nextInt(), sample.instant(),
                        failure(random));
                case 1, 2 -> world.dispatch(repository, repository.workflow("release.yml").orElseThrow(), "main",
                        Map.of("version", "v" + random.nextInt(5), "environment",
                                Workflows.ENVIRONMENTS.get(random.nextInt(3))),
                        person, sample.instant(), null);
                case 3 -> world.cancel(run, sample.instant(), random.nextBoolean());
                case 4 -> world.rerun(run, job -> random.nextBoolean(), person, sample.instant(), false);
                case 5 -> answer(run, random.nextInt(3) > 0);
                default -> sample.rolloutsAre(random.nextBoolean(), random.nextInt(5) == 0 ? "pods crash" : null);
            }
        } catch (Refused refused) {
            assertThat(refused.status()).isIn(403, 409, 422);
            assertThat(refused.sentence()).isNotBlank();
        }
    }

    private static Attempt.@Nullable Failure failure(SplittableRandom random) {
        return random.nextInt(3) > 0 ? null : new Attempt.Failure("integration-tests");
    }

    private void answer(Run run, boolean yes) {
        for (Job job : Reviews.waiting(run)) {
            Environment environment = Reviews.environment(run, job);
            for (Person person : sample.people().all()) {
                if (environment.mayApprove(person, run.latest().triggeredBy())) {
                    world.review(run, List.of(environment.id()), yes, "Seen", person, sample.instant());
                    return;
                }
            }
        }
    }

    private List<Run> runs() {
        List<Run> all = new ArrayList<>();
        world.repositories().forEach(repository -> all.addAll(repository.runs()));
        return all;
    }

    private void assertSound() {
        Set<Long> ids = new HashSet<>();
        for (Run run : runs()) {
            assertThat(ids.add(run.id())).isTrue();
            assertThat(run.attempts()).extracting(Attempt::number)
                    .isEqualTo(java.util.stream.IntStream.rangeClosed(1, run.attempts().size()).boxed().toList());
            Instant before = changedAt.put(run.id(), run.latest().updatedAt());
            assertThat(run.latest().updatedAt()).isBetween(before == null ? run.createdAt() : before,
                    sample.instant());
            run.attempts().forEach(attempt -> assertSound(run, attempt));
        }
        for (Repository repository : world.repositories()) {
            Set<String> live = new HashSet<>();
            for (Deployment deployment : repository.deployments()) {
                boolean first = !deployment.state().equals("success") || live.add(deployment.environment());
                assertThat(first).as("one deployment is live in " + deployment.environment()).isTrue();
                assertThat(deployment.statuses().reversed()).extracting(DeploymentStatus::at).isSorted();
            }
        }
    }

    private void assertSound(Run run, Attempt attempt) {
        boolean newest = attempt == run.latest();
        assertThat(newest || run.status(attempt) == Status.COMPLETED).as("older attempts are over").isTrue();
        assertThat(attempt.jobs()).extracting(job -> job.plan().name()).doesNotHaveDuplicates();
        for (Job job : attempt.jobs()) {
            Instant end = job.completedAt();
            assertThat(job.attempt()).isLessThanOrEqualTo(attempt.number());
            assertThat(job.startedAt()).isAfterOrEqualTo(job.createdAt());
            assertThat(end == null).isEqualTo(job.status() != Status.COMPLETED);
            assertThat(end == null || !end.isBefore(job.startedAt()) && !end.isAfter(sample.instant())).isTrue();
            for (String need : job.plan().needs()) {
                assertThat(attempt.job(need)).hasValueSatisfying(
                        before -> assertThat(before.status()).isEqualTo(Status.COMPLETED));
            }
            Deployment deployment = job.deployment();
            if (job.status() == Status.WAITING) {
                assertThat(deployment).isNotNull().extracting(Deployment::state).isEqualTo("waiting");
            }
            if (deployment != null && job.status() == Status.COMPLETED) {
                assertThat(deployment.state()).isIn("success", "inactive", "failure");
            }
        }
    }
}
