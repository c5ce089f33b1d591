package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

    /// The words that GitLab knows for pipelines and jobs.
    private static final Set<String> KNOWN = Set.of("created", "waiting_for_resource", "preparing",
            "waiting_for_callback", "pending", "running", "success", "failed", "canceling", "canceled", "skipped",
            "manual", "scheduled");

    @ParameterizedTest
    @EnumSource(Status.class)
    void isAWordThatGitLabKnows(Status status) {
        assertThat(KNOWN).contains(status.wire());
        assertThat(status.isOver() && status.isActive()).isFalse();
    }

    @Test
    void fourAreOver() {
        assertThat(Arrays.stream(Status.values()).filter(Status::isOver))
                .containsExactly(Status.SUCCESS, Status.FAILED, Status.CANCELED, Status.SKIPPED);
        assertThat(Arrays.stream(Status.values()).filter(Status::isActive))
                .containsExactly(Status.PENDING, Status.RUNNING, Status.CANCELING);
    }
}
