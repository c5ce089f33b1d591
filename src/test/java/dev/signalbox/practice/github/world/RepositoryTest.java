package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepositoryTest {

    private final SampleWorld sample = new SampleWorld();
    private final Repository checkout = sample.repository("checkout");

    private Run push(String message) {
        return sample.world().push(checkout, sample.people().you(), message, sample.instant(), null).getFirst();
    }

    @Test
    void findsCommitsByBranchTagAndSha() {
        String sha = checkout.tagged("v2.14.0").orElseThrow();
        assertThat(checkout.resolve("main")).hasValue(checkout.head());
        assertThat(checkout.resolve("HEAD")).hasValue(checkout.head());
        assertThat(checkout.resolve("refs/heads/main")).hasValue(checkout.head());
        assertThat(checkout.resolve("v2.14.0").orElseThrow().sha()).isEqualTo(sha);
        assertThat(checkout.resolve("refs/tags/v2.14.0").orElseThrow().sha()).isEqualTo(sha);
        assertThat(checkout.resolve(sha.substring(0, 7)).orElseThrow().sha()).isEqualTo(sha);
    }

    @Test
    void aShaMustBeLongEnoughToMeanSomething() {
        assertThat(checkout.resolve(checkout.head().sha().substring(0, 6))).isEmpty();
        assertThat(checkout.resolve("")).isEmpty();
    }

    @Test
    void findsWorkflowsByNumberAndFile() {
        WorkflowFile ci = checkout.workflow("ci.yml").orElseThrow();
        assertThat(checkout.workflow(Long.toString(ci.id()))).hasValue(ci);
        assertThat(checkout.workflow("CI")).isEmpty();
    }

    @Test
    void aPushMovesTheBranchAndIsBuiltUnderTheNextNumber() {
        int last = checkout.runs().stream()
                .filter(run -> run.workflow().name().equals("CI"))
                .mapToInt(Run::number)
                .max()
                .orElseThrow();
        Run run = push("Next\n\nWith a body");
        assertThat(run.number()).isEqualTo(last + 1);
        assertThat(checkout.head().subject()).isEqualTo("Next");
        assertThat(run.title()).isEqualTo("Next");
        assertThat(run.head()).isEqualTo(checkout.head());
    }

    @Test
    void forgetsOldRunsButNeverWhatIsMoving() {
        Run first = push("First");
        for (int i = 0; i < 250; i++) {
            push("Change " + i);
        }
        assertThat(checkout.runs()).contains(first);
        sample.jump(Duration.ofMinutes(3));
        for (int i = 0; i < 400; i++) {
            push("Later " + i);
            sample.jump(Duration.ofMinutes(3));
        }
        assertThat(checkout.run(first.id())).isEmpty();
        assertThat(checkout.deployments()).hasSizeLessThan(400);
    }

    @Test
    void aReleaseIsNamedAfterItsVersionOrItsCommit() {
        WorkflowFile release = checkout.workflow("release.yml").orElseThrow();
        Run named = sample.world().dispatch(checkout, release, "main",
                Map.of("version", "v7.0.0", "environment", "staging"),
                sample.people().you(), sample.instant(), null);
        assertThat(named.version()).isEqualTo("v7.0.0");
        assertThat(named.title()).isEqualTo("Release v7.0.0 to staging");
        assertThat(checkout.tagged("v7.0.0")).hasValue(checkout.head().sha());
        Run ofTag =
                sample.world().dispatch(checkout, release, "v2.14.0", Map.of("version", "", "environment", "staging"),
                        sample.people().you(), sample.instant(), null);
        assertThat(ofTag.version()).isEqualTo("v2.14.0");
        assertThat(ofTag.head().sha()).isEqualTo(checkout.tagged("v2.14.0").orElseThrow());
        Run ofCommit = sample.world().dispatch(checkout, release, "main", Map.of("environment", "staging"),
                sample.people().you(), sample.instant(), null);
        assertThat(ofCommit.version()).isEqualTo(checkout.head().sha().substring(0, 7));
        assertThat(ofCommit.title()).isEqualTo("Release");
    }

    @Test
    void anOldVersionKeepsItsCommitWhenItIsReleasedAgain() {
        String before = checkout.tagged("v2.14.0").orElseThrow();
        sample.world().dispatch(checkout, checkout.workflow("release.yml").orElseThrow(), "main",
                Map.of("version", "v2.14.0", "environment", "staging"), sample.people().you(), sample.instant(), null);
        assertThat(checkout.tagged("v2.14.0")).hasValue(before);
        assertThat(checkout.head().sha()).isNotEqualTo(before);
    }

    @Test
    void reviewersAreNamedDirectlyOrByTheirTeam() {
        Environment team = checkout.environment("production");
        Environment direct = sample.repository("ledger").environment("production");
        for (Environment environment : List.of(team, direct)) {
            assertThat(environment.isReviewer(sample.people().you())).isTrue();
            assertThat(environment.isReviewer(sample.people().bot())).isFalse();
        }
        assertThat(team.mayApprove(sample.people().you(), sample.people().you())).isTrue();
        assertThat(direct.mayApprove(sample.people().you(), sample.people().you())).isFalse();
        assertThat(direct.mayApprove(sample.people().you(), sample.people().bot())).isTrue();
        assertThat(checkout.environment("staging").isProtected()).isFalse();
    }

    @Test
    void aTagIsFoundBeforeACommitAndAFullRefOnlyAsWhatItSays() {
        assertThat(checkout.resolve("refs/tags/main")).isEmpty();
        assertThat(checkout.resolve("refs/heads/v2.14.0")).isEmpty();
        assertThat(checkout.shortName("refs/tags/v2.14.0")).hasValue("v2.14.0");
        assertThat(checkout.shortName("refs/heads/main")).hasValue("main");
        assertThat(checkout.shortName(checkout.head().sha())).isEmpty();
    }

    @Test
    void tagsAreToldFromTheNewestOn() {
        sample.world().dispatch(checkout, checkout.workflow("release.yml").orElseThrow(), "main",
                Map.of("version", "v2.0.0-late", "environment", "staging"), sample.people().you(), sample.instant(),
                null);

        assertThat(checkout.tagNames()).containsExactly("v2.0.0-late", "v2.14.1", "v2.14.0", "v2.13.4");
        assertThat(checkout.hasTag("v2.13.4")).isTrue();
        assertThat(checkout.hasTag("main")).isFalse();
    }

    @Test
    void eachWorkflowCountsItsOwnRuns() {
        List<Run> runs = sample.world().push(checkout, sample.people().you(), "Next", sample.instant(), null);
        List<Run> again = sample.world().push(checkout, sample.people().you(), "Again", sample.instant(), null);

        for (int workflow = 0; workflow < runs.size(); workflow++) {
            assertThat(again.get(workflow).workflow()).isEqualTo(runs.get(workflow).workflow());
            assertThat(again.get(workflow).number()).isEqualTo(runs.get(workflow).number() + 1);
        }
        assertThat(again).extracting(Run::id).doesNotHaveDuplicates();
        assertThat(again).extracting(Run::checkSuite).doesNotHaveDuplicates();
    }
}
