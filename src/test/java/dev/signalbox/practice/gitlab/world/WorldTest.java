package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

    private final SampleGitLab sample = new SampleGitLab();
    private final World world = sample.world();
    private final Project auth = sample.project("auth");

    private Trigger api(String ref, Map<String, String> inputs) {
        return new Trigger("api", ref, inputs, Map.of());
    }

    @Test
    void findsAProjectByNumberAndByPathInAnyCase() {
        assertThat(world.project(Long.toString(auth.id()))).contains(auth);
        assertThat(world.project("acme/platform/auth")).contains(auth);
        assertThat(world.project("Acme/Platform/AUTH")).contains(auth);
        assertThat(world.project("auth")).isEmpty();
        assertThat(world.project("")).isEmpty();
    }

    @Test
    void theSameSeedTellsTheSamePast() {
        Project other = new SampleGitLab().project("auth");

        assertThat(other.commits()).isEqualTo(auth.commits());
        assertThat(other.pipelines()).extracting(Pipeline::id)
                .isEqualTo(auth.pipelines().stream().map(Pipeline::id).toList());
        assertThat(other.pipelines()).extracting(Pipeline::finishedAt)
                .isEqualTo(auth.pipelines().stream().map(Pipeline::finishedAt).toList());
    }

    @Test
    void thePastIsOverAndInOrder() {
        assertThat(auth.pipelines()).allSatisfy(pipeline -> {
            assertThat(pipeline.status().isOver()).isTrue();
            assertThat(Objects.requireNonNull(pipeline.finishedAt())).isBefore(sample.instant());
            assertThat(pipeline.updatedAt()).isBefore(sample.instant());
        });
        List<Pipeline> parents = auth.pipelines().stream().filter(pipeline -> !pipeline.isChild()).toList();
        assertThat(parents).extracting(Pipeline::createdAt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(auth.pipelines()).extracting(Pipeline::id).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void numbersAreUniqueInTheWholeWorld() {
        List<Long> jobs = world.projects().stream()
                .flatMap(project -> project.pipelines().stream())
                .flatMap(pipeline -> pipeline.jobs().stream())
                .map(Job::id)
                .toList();
        List<Long> small = world.projects().stream()
                .flatMap(project -> Stream.of(
                        Stream.of(project.id()),
                        project.environments().stream().map(Environment::id),
                        project.deployments().stream().map(Deployment::id),
                        project.mergeRequests().stream().map(MergeRequest::id)).flatMap(all -> all))
                .toList();

        assertThat(jobs).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).isGreaterThan(1L << 32));
        assertThat(small).doesNotHaveDuplicates();
    }

    @Test
    void numbersOfAProjectCountUp() {
        assertThat(auth.pipelines().stream().map(Pipeline::iid).sorted().toList())
                .startsWith(400L, 401L, 402L).doesNotHaveDuplicates();
        assertThat(auth.deployments().reversed()).extracting(Deployment::iid).startsWith(1L, 2L, 3L).isSorted();
        assertThat(auth.mergeRequests().reversed()).extracting(MergeRequest::iid).startsWith(1L, 2L, 3L).isSorted();
    }

    @Test
    void theLineOfCommitsIsUnbroken() {
        List<Commit> line = auth.commits();
        assertThat(line.getFirst().parent()).isNull();
        for (int i = 1; i < line.size(); i++) {
            assertThat(line.get(i).parent()).isEqualTo(line.get(i - 1).sha());
            assertThat(line.get(i).at()).isAfterOrEqualTo(line.get(i - 1).at());
        }
        assertThat(line).extracting(Commit::sha).doesNotHaveDuplicates();
    }

    @Test
    void tagsAreWhereTheirReleaseWasMade() {
        assertThat(auth.tagNames()).containsExactly("v3.4.1", "v3.4.0", "v3.3.9");
        assertThat(auth.resolve("v3.4.1")).contains(auth.head());
        assertThat(auth.resolve("v3.4.0").orElseThrow().title()).isEqualTo("Sign with the key of the day");
        assertThat(auth.resolve("v3.4.0").orElseThrow().at()).isEqualTo(sample.instant().minus(Duration.ofDays(12)));
    }

    @Test
    void aCommitIsResolvedByWhateverNamesIt() {
        String sha = auth.commits().get(5).sha();

        assertThat(auth.resolve(sha)).contains(auth.commits().get(5));
        assertThat(auth.resolve(sha.substring(0, 7))).contains(auth.commits().get(5));
        assertThat(auth.resolve(sha.substring(0, 6))).isEmpty();
        assertThat(auth.resolve("HEAD")).contains(auth.head());
        assertThat(auth.resolve("gone")).isEmpty();
        assertThat(auth.resolve("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "", "refs/heads/main", "0000000"})
    void aPipelineWantsABranchOrATag(String ref) {
        int before = auth.pipelines().size();

        assertThatThrownBy(() -> world.start(auth, api(ref, Map.of()), sample.members().you(), sample.instant(), null))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.sentence()).isEqualTo("Reference not found");
                });
        assertThat(auth.pipelines()).hasSize(before);
    }

    @Test
    void aPipelineOnATagHasItsVersion() {
        Map<String, String> staging = Map.of("environment", "staging");
        Pipeline tagged = world.start(auth, api("v3.4.0", staging), sample.members().you(), sample.instant(), null);
        Pipeline branch = world.start(auth, api("main", staging), sample.members().you(), sample.instant(), null);

        assertThat(tagged.version()).isEqualTo("v3.4.0");
        assertThat(tagged.head().title()).isEqualTo("Sign with the key of the day");
        assertThat(branch.version()).isEqualTo(auth.head().sha().substring(0, 8));
    }

    @Test
    void aNewVersionTagsTheHead() {
        sample.release("auth", "v4.0.0", "staging");

        assertThat(auth.tagged("v4.0.0")).contains(auth.head().sha());
        assertThat(auth.tagNames().getFirst()).isEqualTo("v4.0.0");
        String before = auth.tagged("v3.4.0").orElseThrow();
        sample.release("auth", "v3.4.0", "staging");
        assertThat(auth.tagged("v3.4.0")).contains(before);
    }

    @Test
    void aMergeMovesTheBranchAndClosesARequest() {
        int requests = auth.mergeRequests().size();
        Pipeline pipeline = sample.merge("auth", null);

        assertThat(auth.head().title()).isEqualTo("Try something");
        assertThat(pipeline.head()).isEqualTo(auth.head());
        assertThat(auth.mergeRequests()).hasSize(requests + 1);
        assertThat(auth.mergeRequests().getFirst().sha()).isEqualTo(auth.head().sha());
        assertThat(auth.mergeRequests().getFirst().state()).isEqualTo("merged");
        assertThat(auth.mergeRequests().getFirst().sourceBranch()).isEqualTo("try-something");
        assertThat(auth.lastActivity()).isEqualTo(sample.instant());
    }

    @Test
    void theWorldForgetsTheOldestThatIsOver() {
        Pipeline waiting = sample.release("auth", "v3.5.0", "production");
        sample.pass(Duration.ofSeconds(30));
        for (int i = 0; i < 220; i++) {
            sample.release("auth", "v3.4.1", "development");
            sample.jump(Duration.ofSeconds(60));
        }

        assertThat(auth.pipelines()).hasSize(200).contains(waiting);
        assertThat(auth.deployments()).hasSize(200);
        assertThat(waiting.status()).isEqualTo(Status.MANUAL);
    }

    @Test
    void nothingMovesBackwards() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(10));
        List<Status> before = pipeline.jobs().stream().map(Job::status).toList();
        Instant updated = pipeline.updatedAt();
        world.tick(sample.instant().minusSeconds(10));

        assertThat(pipeline.jobs()).extracting(Job::status).isEqualTo(before);
        assertThat(pipeline.updatedAt()).isEqualTo(updated);
    }

    @Test
    void aBrokenFileIsSaidInItsOwnWords() {
        auth.breakFile("yaml invalid");

        assertThatThrownBy(() -> sample.release("auth", "v4.0.0", "staging")).hasMessage("yaml invalid");
        assertThat(auth.tagged("v4.0.0")).isEmpty();
        auth.breakFile(null);
        assertThat(sample.release("auth", "v4.0.0", "staging").jobs()).hasSize(2);
    }
}
