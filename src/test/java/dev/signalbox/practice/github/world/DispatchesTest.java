package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatchesTest {

    private final Repository checkout = new SampleWorld().repository("checkout");
    private final WorkflowFile release = checkout.workflow("release.yml").orElseThrow();

    private void assertRefused(String ref, Map<String, String> inputs, String words) {
        assertThatThrownBy(() -> Dispatches.check(checkout, release, ref, inputs))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(422))
                .hasMessageContaining(words);
    }

    @Test
    void fillsInDefaults() {
        assertThat(Dispatches.check(checkout, release, "main", Map.of("version", "v9")))
                .containsEntry("environment", "development")
                .containsEntry("version", "v9");
    }

    @Test
    void takesBranchesAndTagsShortOrLong() {
        assertThat(Dispatches.check(checkout, release, "refs/heads/main", Map.of())).isNotEmpty();
        assertThat(Dispatches.check(checkout, release, "v2.14.0", Map.of())).isNotEmpty();
        assertRefused("nowhere", Map.of(), "No ref found for: nowhere");
    }

    @Test
    void refusesInputsThatNobodyReads() {
        assertRefused("main", Map.of("colour", "red"), "Unexpected inputs provided: [\"colour\"]");
    }

    @Test
    void refusesChoicesThatDoNotExist() {
        assertRefused("main", Map.of("environment", "moon"), "not in the list of allowed values");
    }

    @Test
    void refusesWorkflowsWithoutTheTrigger() {
        WorkflowFile other = new WorkflowFile(
                1, "Nightly", ".github/workflows/nightly.yml", "", java.util.Set.of("schedule"), java.util.List.of(),
                java.util.List.of());
        assertThatThrownBy(() -> Dispatches.check(checkout, other, "main", Map.of()))
                .hasMessageContaining("workflow_dispatch");
    }
}
