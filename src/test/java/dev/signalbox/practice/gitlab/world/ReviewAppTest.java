package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a merge request pipeline makes, and how it goes away again.
class ReviewAppTest {

    private static final String REVIEW = "review/try-the-new-scheduler";

    private final SampleGitLab sample = new SampleGitLab();
    private final World world = sample.world();
    private final Member you = sample.members().you();

    @BeforeEach
    void seed() {
        sample.seedReviewed("portal");
    }

    @Test
    void thePipelineOfAMergeRequestDeploysToAnEnvironmentOfItsOwn() {
        Pipeline pipeline = pipeline();

        assertThat(pipeline.trigger().source()).isEqualTo("merge_request_event");
        assertThat(pipeline.trigger().ref()).matches("refs/merge-requests/\\d+/head");
        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(pipeline.current()).extracting(job -> job.plan().name()).containsExactly(
                "lint", "unit-tests 1/2", "unit-tests 2/2", "build-image", "deploy-review", "stop-review");
        assertThat(sample.job(pipeline, "stop-review").status()).isEqualTo(Status.MANUAL);
        assertThat(review().tier()).isEqualTo("development");
        assertThat(review().state()).isEqualTo("available");
        assertThat(project().deployments()).filteredOn(made -> made.environment() == review()).singleElement()
                .satisfies(made -> assertThat(made.state()).isEqualTo(Deployment.State.SUCCESS));
    }

    @Test
    void itsCommitIsNoneOfTheBranch() {
        Commit head = pipeline().head();

        assertThat(project().commits()).doesNotContain(head);
        assertThat(project().proposed()).containsExactly(head);
        assertThat(project().resolve(head.sha())).contains(head);
    }

    @Test
    void stoppingItRunsTheJobThatTakesItDown() {
        stop(review(), false);
        assertThat(review().state()).isEqualTo("stopping");
        assertThat(sample.job(pipeline(), "stop-review").user()).isEqualTo(you);
        sample.pass(Duration.ofSeconds(10));

        assertThat(sample.job(pipeline(), "stop-review").status()).isEqualTo(Status.SUCCESS);
        assertThat(review().state()).isEqualTo("stopped");
        assertThat(sample.deployed()).as("no cluster hears of review apps").isEmpty();
    }

    @Test
    void forceLeavesTheJobOut() {
        stop(review(), true);

        assertThat(review().state()).isEqualTo("stopped");
        assertThat(sample.job(pipeline(), "stop-review").status()).isEqualTo(Status.MANUAL);
    }

    @Test
    void theNextDeploymentTakesItIntoUseAgainAndItCanBeStoppedAgain() {
        stop(review(), false);
        sample.pass(Duration.ofSeconds(10));
        world.retry(sample.job(pipeline(), "deploy-review"), you, sample.instant());
        sample.pass(Duration.ofSeconds(10));
        assertThat(review().state()).isEqualTo("available");

        stop(review(), false);
        assertThat(review().state()).isEqualTo("stopping");
        sample.pass(Duration.ofSeconds(10));
        assertThat(review().state()).isEqualTo("stopped");
        assertThat(pipeline().jobs()).filteredOn(job -> job.plan().name().equals("stop-review")).hasSize(2);
    }

    @Test
    void anEnvironmentWithoutSuchAJobStopsAtOnceAndOnlyInItsProject() {
        Environment environment = project().environment("development");
        stop(environment, false);

        assertThat(environment.state()).isEqualTo("stopped");
        assertThat(environment.updatedAt()).isEqualTo(sample.instant());
        assertThat(sample.project("image-resizer").environment("development").state()).isEqualTo("available");
        assertThat(List.of(environment.name(), environment.createdAt().toString())).doesNotContainNull();
    }

    @Test
    void projectsWithoutReviewAppsHaveNone() {
        assertThat(sample.project("auth").environments()).extracting(Environment::name)
                .containsExactly("development", "staging", "production");
    }

    private void stop(Environment environment, boolean force) {
        world.stop(project(), environment, you, force, sample.instant());
    }

    private Project project() {
        return sample.project("portal");
    }

    private Environment review() {
        return project().environment(REVIEW);
    }

    private Pipeline pipeline() {
        return project().pipelines().stream()
                .filter(one -> one.trigger().source().equals("merge_request_event"))
                .findFirst()
                .orElseThrow();
    }
}
