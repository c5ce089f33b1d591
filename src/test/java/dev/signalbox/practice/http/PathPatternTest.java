package dev.signalbox.practice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathPatternTest {

    private static Optional<Map<String, String>> match(String pattern, String... segments) {
        return PathPattern.of(pattern).match(List.of(segments));
    }

    @Test
    void aPlaceholderTakesOneSegment() {
        assertThat(match("/runs/{run}/jobs", "runs", "7", "jobs")).contains(Map.of("run", "7"));
        assertThat(match("/runs/{run}/jobs", "runs", "a/b", "jobs")).contains(Map.of("run", "a/b"));
    }

    @Test
    void aTailTakesAllThatFollowsAndAtLeastOne() {
        assertThat(match("/files/{path...}", "files", "a", "b")).contains(Map.of("path", "a/b"));
        assertThat(match("/files/{path...}", "files")).isEmpty();
    }

    @Test
    void aPathMustFitFromEndToEnd() {
        assertThat(match("/runs/{run}", "runs")).isEmpty();
        assertThat(match("/runs/{run}", "runs", "7", "jobs")).isEmpty();
        assertThat(match("/runs/{run}", "walks", "7")).isEmpty();
        assertThat(match("/user", "user")).contains(Map.of());
    }
}
