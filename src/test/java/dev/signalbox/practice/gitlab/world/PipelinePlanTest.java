package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The plans and the files are told twice; here they meet.
class PipelinePlanTest {

    private final PipelinePlan main = PipelinePlan.main();
    private final String file = Files.text(".gitlab-ci.yml").orElseThrow();

    private static List<String> jobsIn(String text) {
        return text.lines()
                .filter(line -> line.matches("[a-z][a-z-]*:"))
                .map(line -> line.substring(0, line.length() - 1))
                .filter(name -> !List.of("spec", "workflow", "variables").contains(name))
                .toList();
    }

    @Test
    void theFileHasTheStagesOfThePlan() {
        assertThat(file).contains("stages: [" + String.join(", ", main.stages()) + "]");
        assertThat(main.jobs()).allSatisfy(job -> assertThat(main.stages()).contains(job.stage()));
    }

    @Test
    void theFileHasTheJobsOfThePlan() {
        List<String> planned = main.jobs().stream()
                .map(job -> job.name().replaceFirst(" \\d/\\d$", ""))
                .distinct()
                .toList();

        assertThat(jobsIn(file)).isEqualTo(planned);
        assertThat(file).contains("parallel: 2");
    }

    @Test
    void theFileOfTheChildHasItsJobs() {
        PipelinePlan child = Objects.requireNonNull(main.job("quality").orElseThrow().child());
        String text = Files.text(child.file()).orElseThrow();

        assertThat(jobsIn(text)).isEqualTo(child.jobs().stream().map(JobPlan::name).toList());
        assertThat(file).contains("include: " + child.file());
        assertThat(child.job("licences").orElseThrow().allowFailure()).isTrue();
        assertThat(text).contains("allow_failure: true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            push | development | lint,unit-tests 1/2,unit-tests 2/2,quality,build-image,integration-tests,publish-docs,deploy-development
            push | production  | lint,unit-tests 1/2,unit-tests 2/2,quality,build-image,integration-tests,publish-docs,deploy-development
            api  | development | build-image,deploy-development
            api  | staging     | build-image,deploy-staging
            web  | production  | build-image,deploy-production
            merge_request_event | development | lint,unit-tests 1/2,unit-tests 2/2,build-image,deploy-review,stop-review
            """)
    void rulesChooseTheJobs(String source, String environment, String expected) {
        Trigger trigger = new Trigger(source, "main", Map.of("environment", environment), Map.of());

        assertThat(main.jobs().stream().filter(job -> job.rule().test(trigger)).map(JobPlan::name))
                .containsExactly(expected.split(","));
    }

    @Test
    void onlyProductionWaitsForSomebody() {
        assertThat(main.jobs()).filteredOn(job -> job.manual() && !job.allowFailure())
                .extracting(JobPlan::environment).containsExactly("production");
        assertThat(main.jobs()).filteredOn(job -> job.manual() && job.allowFailure())
                .extracting(JobPlan::name).containsExactly("publish-docs", "stop-review");
        assertThat(file).containsPattern("publish-docs:(\\n .*)+when: manual\\n +allow_failure: true");
        assertThat(file).containsPattern("stop-review:(\\n .*)+when: manual\\n +allow_failure: true");
        assertThat(file.split("when: manual", -1)).hasSize(4);
    }

    @Test
    void thereIsNoOtherFile() {
        assertThat(Files.text("README.md")).isEmpty();
        assertThat(Files.text("")).isEmpty();
        assertThat(Files.text("ci/../.gitlab-ci.yml")).isEmpty();
    }
}
