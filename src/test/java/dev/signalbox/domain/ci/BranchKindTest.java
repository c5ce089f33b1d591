package dev.signalbox.domain.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchKindTest {

    @ParameterizedTest
    @CsvSource({
        "push, main, main, DEFAULT",
        "schedule, main, main, DEFAULT",
        "push, topic, main, OTHER",
        "push, main, '', OTHER",
        "push, , '', OTHER",
        "push, , main, OTHER",
        "pull_request, main, main, PULL_REQUEST",
        "pull_request_target, topic, main, PULL_REQUEST"
    })
    void followsEventAndBranch(String event, String branch, String defaultBranch, BranchKind kind) {
        Run run = new Run(
                Examples.runId(1), 1, 7, "CI", "ci.yml", 1, "", event, RunStatus.QUEUED, Conclusion.NONE, branch, "",
                "",
                "", null, null, null, null);
        assertThat(BranchKind.of(run, defaultBranch)).isEqualTo(kind);
    }
}
