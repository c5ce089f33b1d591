package dev.signalbox.ui.runs;

import static dev.signalbox.ui.runs.Jobs.at;
import static dev.signalbox.ui.runs.Jobs.done;
import static dev.signalbox.ui.runs.Jobs.ended;
import static dev.signalbox.ui.runs.Jobs.going;
import static dev.signalbox.ui.runs.Jobs.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.ui.widget.Mark;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobGroupsTest {

    @ParameterizedTest
    @CsvSource({
        "unit-tests (1/2), unit-tests", "'build (linux, 21)', build", "deploy / smoke test, deploy",
        "'deploy / build (linux, 21)', deploy", "lint, ''", "(odd), ''", "build (linux) now, ''", "a/b, ''",
        "' / b', ''"
    })
    void findsTheGroupInTheName(String name, String group) {
        assertThat(JobGroups.groupOf(name)).isEqualTo(group);
    }

    @Test
    void namesAJobWithinACalledWorkflowByItsOwnName() {
        assertThat(JobGroups.within("deploy / smoke / a")).isEqualTo("smoke / a");
        assertThat(JobGroups.within("build (linux, 21)")).isEqualTo("build (linux, 21)");
    }

    @Test
    void aStageIsAGroupWhateverItsJobsAreCalled() {
        Job lint = staged("test", done(1, 0, 1, 2));
        Job unit = staged("test", named("quality / unit (1)", done(2, 0, 1, 2)));
        assertThat(JobGroups.groupOf(unit)).isEqualTo("test");
        assertThat(groups(lint, unit)).singleElement().satisfies(g -> assertThat(g.name()).isEqualTo("test"));
        assertThat(Jobs.clock(List.of(lint, unit), Jobs.at(5)).rows()).extracting(ClockRow::name)
                .contains("job 1", "quality / unit (1)");
    }

    private static Job staged(String stage, Job job) {
        return new Job(
                job.run(), job.number(), job.attempt(), job.name(), job.status(), job.conclusion(), job.createdAt(),
                job.startedAt(), job.completedAt(), job.labels(), job.runner(), job.steps(), job.page(), stage, false);
    }

    @Test
    void oneJobMakesNoGroup() {
        assertThat(groups(named("build (linux)", done(1, 0, 1, 2)), done(2, 0, 1, 2)))
                .extracting(JobGroups.Members::isGroup)
                .containsExactly(false, false);
    }

    @Test
    void keepsTheJobsOfAGroupTogetherAtThePlaceOfItsFirst() {
        List<JobGroups.Members> groups = groups(
                done(1, 0, 1, 2), named("t (a)", done(2, 0, 1, 2)), done(3, 0, 1, 2), named("t (b)", done(4, 0, 1, 2)));
        assertThat(groups).extracting(JobGroups.Members::name).containsExactly("", "t", "");
        assertThat(groups.get(1).jobs()).extracting(t -> t.job().number()).containsExactly(2L, 4L);
    }

    @Test
    void standsAsItsWorstJob() {
        Job failed = named("t (a)", ended(1, Conclusion.FAILURE, 0, 1, 2));
        Job runs = named("t (b)", going(2, RunStatus.IN_PROGRESS, 0, 1));
        Job passed = named("t (c)", done(3, 0, 1, 2));
        Job skipped = named("t (d)", ended(4, Conclusion.SKIPPED, 0, 1, 2));
        assertThat(groups(passed, runs, failed).getFirst().worst()).isEqualTo(Mark.BAD);
        assertThat(groups(passed, runs, skipped).getFirst().worst()).isEqualTo(Mark.MOVING);
        assertThat(groups(passed, skipped).getFirst().worst()).isEqualTo(Mark.GOOD);
        assertThat(groups(passed, runs, failed, skipped, named("t (e)", done(5, 0, 1, 2))).getFirst().tally())
                .isEqualTo("1 failed, 1 running, 2 passed, 1 skipped");
    }

    @Test
    void foldsALargeGroupAtFirstOnlyWhenItIsCalm() {
        assertThat(groups(many(6)).getFirst().foldedAtFirst()).as("few").isFalse();
        assertThat(groups(many(7)).getFirst().foldedAtFirst()).as("many, all well").isTrue();
        Job[] oneFailed = Stream.concat(
                Stream.of(many(7)), Stream.of(named("t (x)", ended(99, Conclusion.FAILURE, 0, 1, 2))))
                .toArray(Job[]::new);
        assertThat(groups(oneFailed).getFirst().foldedAtFirst()).as("many, one failed").isFalse();
    }

    private static Job[] many(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(n -> named("t (" + n + ")", done(n, 0, 1, 2)))
                .toArray(Job[]::new);
    }

    private static List<JobGroups.Members> groups(Job... jobs) {
        return JobGroups.of(JobTimes.of(List.of(jobs), at(100)));
    }
}
