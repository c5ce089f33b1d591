package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static Repository repository(long luck) {
        World world = new World(People.standard(), new SplittableRandom(luck), DeploySink.immediate(), 1);
        world.seed(new RepositorySeed(
                "search", "Search", "Java", 1.4, 640,
                List.of(
                        new RepositorySeed.Release("v1.8.5", Duration.ofDays(7), List.of()),
                        new RepositorySeed.Release("v1.8.6", Duration.ofDays(3), List.of("One", "Two", "Three")),
                        new RepositorySeed.Release("v1.8.7", Duration.ofMinutes(1), List.of("Last"))),
                List.of(
                        new RepositorySeed.Deployed("production", "v1.8.5", Duration.ofDays(6)),
                        new RepositorySeed.Deployed("production", "v1.8.6", Duration.ofDays(2)),
                        new RepositorySeed.Deployed("development", "v1.8.7", Duration.ofSeconds(10))),
                List.of(People.standard().colleague()), true), NOW);
        return world.repositories().getFirst();
    }

    private final Repository repository = repository(1);

    @Test
    void nothingInThePastHappensInTheFuture() {
        assertThat(repository.runs()).allSatisfy(run -> {
            assertThat(run.latest().updatedAt()).isBeforeOrEqualTo(NOW);
            assertThat(run.status()).isEqualTo(Status.COMPLETED);
        });
        assertThat(repository.commits()).allMatch(commit -> commit.at().isBefore(NOW));
    }

    @Test
    void runsAreNumberedInTheOrderOfTime() {
        Map<WorkflowFile, List<Integer>> numbers = repository.runs().reversed().stream()
                .collect(Collectors.groupingBy(Run::workflow, Collectors.mapping(Run::number, Collectors.toList())));
        assertThat(numbers.values()).allSatisfy(each -> {
            assertThat(each).isSorted().doesNotHaveDuplicates();
            assertThat(each.getFirst()).isEqualTo(640);
        });
        assertThat(repository.runs().reversed()).extracting(Run::id).isSorted();
    }

    @Test
    void theCommitsBetweenTwoVersionsAreThoseOfTheSeed() {
        List<Commit> commits = repository.commits();
        int from = commits.indexOf(repository.resolve("v1.8.5").orElseThrow());
        int to = commits.indexOf(repository.resolve("v1.8.6").orElseThrow());
        assertThat(commits.subList(from + 1, to + 1)).extracting(Commit::subject).containsExactly("One", "Two",
                "Three");
        assertThat(repository.head().subject()).isEqualTo("Last");
    }

    @Test
    void aVersionIsTaggedAtItsAge() {
        assertThat(repository.resolve("v1.8.6").orElseThrow().at()).isEqualTo(NOW.minus(Duration.ofDays(3)));
    }

    @Test
    void theNewestCommitWasBuiltAndIsGreen() {
        Run build = repository.runs().stream()
                .filter(run -> run.workflow().name().equals("CI") && run.head().equals(repository.head()))
                .findFirst()
                .orElseThrow();
        assertThat(build.conclusion(build.latest())).isEqualTo(Conclusion.SUCCESS);
    }

    private List<String> states(String environment) {
        return repository.deployments().stream()
                .filter(deployment -> deployment.environment().equals(environment))
                .map(Deployment::state)
                .toList();
    }

    @Test
    void onlyOneDeploymentOfAnEnvironmentIsLive() {
        assertThat(states("production")).containsExactly("success", "inactive");
        assertThat(states("development")).containsExactly("success");
        assertThat(states("staging")).isEmpty();
    }

    @Test
    void theGuardedPastWasApprovedByAReviewerWhoDidNotStartIt() {
        assertThat(repository.runs())
                .filteredOn(run -> !run.approvals().isEmpty())
                .hasSize(2)
                .allSatisfy(run -> {
                    Person reviewer = run.approvals().getFirst().user();
                    assertThat(reviewer).isEqualTo(People.standard().colleague()).isNotEqualTo(run.actor());
                });
    }

    @Test
    void theSameLuckMakesTheSamePast() {
        Repository twin = repository(1);
        assertThat(twin.commits()).extracting(Commit::sha)
                .isEqualTo(repository.commits().stream().map(Commit::sha).toList());
        assertThat(twin.runs()).extracting(run -> run.latest().updatedAt())
                .isEqualTo(repository.runs().stream().map(run -> run.latest().updatedAt()).toList());
        assertThat(repository(2).runs()).extracting(run -> run.latest().updatedAt())
                .isNotEqualTo(repository.runs().stream().map(run -> run.latest().updatedAt()).toList());
    }

    @Test
    void slowRepositoriesTakeLonger() {
        Run any = repository.runs().stream()
                .filter(run -> run.workflow().name().equals("CI") && run.conclusion(run.latest()) == Conclusion.SUCCESS)
                .findFirst()
                .orElseThrow();
        Duration took = Duration.between(any.createdAt(), Objects.requireNonNull(any.latest().updatedAt()));
        assertThat(took).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(110));
    }
}
