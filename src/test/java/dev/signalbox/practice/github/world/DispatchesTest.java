package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                1, "Nightly", ".github/workflows/nightly.yml", "", Set.of("schedule"), List.of(),
                List.of());
        assertThatThrownBy(() -> Dispatches.check(checkout, other, "main", Map.of()))
                .hasMessageContaining("workflow_dispatch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            main                | true
            refs/heads/main     | true
            v2.14.0             | true
            refs/tags/v2.14.0   | true
            refs/tags/main      | false
            refs/heads/v2.14.0  | false
            refs/heads/         | false
            refs/pull/1/merge   | false
            MAIN                | false
            ''                  | false
            """)
    void knowsARefByItsShortOrItsFullNameOnly(String ref, boolean known) {
        assertThat(checkout.shortName(ref).isPresent()).isEqualTo(known);
        if (known) {
            assertThat(Dispatches.check(checkout, release, ref, Map.of())).isNotEmpty();
        } else {
            assertRefused(ref, Map.of(), "No ref found for: " + ref);
        }
    }

    @Test
    void doesNotTakeACommitForARef() {
        String sha = checkout.head().sha();

        assertRefused(sha, Map.of(), "No ref found for: " + sha);
        assertThat(checkout.resolve(sha)).hasValue(checkout.head());
    }

    @Test
    void refusesMoreInputsThanAnyWorkflowHas() {
        Map<String, String> many = IntStream.range(0, 26).boxed()
                .collect(Collectors.toMap(number -> "input-" + number, number -> "x"));

        assertRefused("main", many, "Only 25 inputs are allowed");
    }

    @Test
    void namesAllInputsThatNobodyReadsInTheirOrder() {
        assertRefused("main", Map.of("zeta", "1", "alpha", "2", "version", "v1"),
                "Unexpected inputs provided: [\"alpha\", \"zeta\"]");
    }

    @Test
    void insistsOnAnInputThatIsRequiredAndHasNoDefault() {
        WorkflowFile strict = new WorkflowFile(1, "Strict", ".github/workflows/strict.yml", "",
                Set.of("workflow_dispatch"), List.of(new Input("reason", "string", true, "", List.of()),
                        new Input("note", "string", false, "", List.of())),
                List.of());

        assertThatThrownBy(() -> Dispatches.check(checkout, strict, "main", Map.of()))
                .hasMessage("Required input 'reason' not provided");
        assertThatThrownBy(() -> Dispatches.check(checkout, strict, "main", Map.of("reason", "")))
                .hasMessage("Required input 'reason' not provided");
        assertThat(Dispatches.check(checkout, strict, "main", Map.of("reason", "drill")))
                .containsOnly(Map.entry("reason", "drill"), Map.entry("note", ""));
    }
}
