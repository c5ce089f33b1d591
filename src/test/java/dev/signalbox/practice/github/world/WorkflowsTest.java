package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files that people read and the plans that the engine follows say the same.
class WorkflowsTest {

    private final List<WorkflowFile> files = List.of(Workflows.ci(1), Workflows.release(2));

    @Test
    void everyStepOfThePlanIsInTheFile() {
        List<String> byTheRunner = List.of("Set up job", "Complete job");
        for (WorkflowFile file : files) {
            file.jobs().stream()
                    .flatMap(job -> job.steps().stream())
                    .map(StepPlan::name)
                    .filter(name -> !byTheRunner.contains(name))
                    .forEach(name -> assertThat(file.text()).contains("- name: " + name + "\n"));
        }
    }

    @Test
    void everyJobOfThePlanIsInTheFile() {
        for (WorkflowFile file : files) {
            for (JobPlan job : file.jobs()) {
                String name = job.name().replaceFirst("\\(\\d/2\\)", "(\\${{ matrix.shard }}/2)");
                assertThat(file.text().contains("  " + name + ":\n") || file.text().contains("name: " + name + "\n"))
                        .as(job.name())
                        .isTrue();
            }
        }
    }

    @Test
    void everyInputIsInTheFileWithItsTypeAndDefault() {
        for (WorkflowFile file : files) {
            for (Input input : file.inputs()) {
                String after = file.text().substring(file.text().indexOf("      " + input.name() + ":\n"));
                assertThat(after).as(input.name()).contains("type: " + input.type() + "\n");
                if (!input.options().isEmpty()) {
                    assertThat(after).contains("options: [" + String.join(", ", input.options()) + "]");
                    assertThat(input.options()).contains(input.fallback());
                }
            }
        }
    }

    @Test
    void everyEventIsInTheFile() {
        files.forEach(file -> file.events().forEach(event -> assertThat(file.text()).contains("  " + event + ":\n")));
    }

    @Test
    void jobsNeedOnlyJobsThatComeBeforeThem() {
        for (WorkflowFile file : files) {
            List<String> before = new ArrayList<>();
            for (JobPlan job : file.jobs()) {
                assertThat(before).containsAll(job.needs());
                before.add(job.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "push, '', development",
        "workflow_dispatch, development, development",
        "workflow_dispatch, staging, staging",
        "workflow_dispatch, production, production"
    })
    void aReleaseEntersOneEnvironment(String event, String asked, String entered) {
        Trigger trigger = new Trigger(event, "main", asked.isEmpty() ? Map.of() : Map.of("environment", asked));
        assertThat(Workflows.release(1).jobs())
                .filteredOn(job -> job.environment() != null && job.condition().test(trigger))
                .extracting(job -> Objects.requireNonNull(job.environment()))
                .containsExactly(entered);
    }

    @Test
    void theFilesAreWhereTheProviderLooksForThem() {
        assertThat(files).extracting(WorkflowFile::path)
                .containsExactly(".github/workflows/ci.yml", ".github/workflows/release.yml");
        assertThat(files).extracting(WorkflowFile::fileName).containsExactly("ci.yml", "release.yml");
        assertThat(files).allMatch(file -> !file.text().contains("\t"));
    }
}
