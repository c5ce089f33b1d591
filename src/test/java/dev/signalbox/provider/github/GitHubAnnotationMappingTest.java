package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Annotation;
import dev.signalbox.provider.json.JsonFields;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubAnnotationMappingTest {

    @ParameterizedTest
    @CsvSource({
        "failure, FAILURE", "warning, WARNING", "notice, NOTICE", "Failure, FAILURE", "grave, UNKNOWN", ", UNKNOWN"
    })
    void readsEveryLevel(@Nullable String word, Annotation.Level level) {
        assertThat(mapped("{\"message\":\"m\",\"annotation_level\":"
                + (word == null ? "null" : "\"" + word + "\"") + "}"))
                .isNotNull()
                .extracting(Annotation::level)
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 9, 3, 9", "3, 1, 3, 3", "0, 0, 0, 0", "-7, 4, 0, 4", "99999999999, 99999999999, 0, 0", "null, null, 0, 0"
    })
    void takesNoLineThatThereCannotBe(String start, String end, int line, int last) {
        Annotation read = some("{\"message\":\"m\",\"start_line\":" + start + ",\"end_line\":" + end + "}");
        assertThat(read.line()).isEqualTo(line);
        assertThat(read.lastLine()).isEqualTo(last);
    }

    @Test
    void oneThatSaysNothingIsNoAnnotation() {
        assertThat(mapped("{\"path\":\"a\",\"start_line\":1,\"annotation_level\":\"failure\",\"message\":\" \"}"))
                .isNull();
        assertThat(mapped("{\"title\":\"Only this\"}")).isNotNull().extracting(Annotation::title)
                .isEqualTo("Only this");
    }

    @Test
    void hostileTextCannotReadAsAnythingElse() {
        Annotation read = some(
                "{\"path\":\"a\\u202Etxt.java\\nb\",\"title\":\"t\\u0007\",\"message\":\"one\\r\\u001b[2Jtwo\\nthree\"}");
        assertThat(read.path()).isEqualTo("a‹U+202E›txt.java");
        assertThat(read.title()).doesNotContain("\u0007");
        assertThat(read.message()).contains("\nthree").doesNotContain("\u001b").doesNotContain("\r");
    }

    @Test
    void aHugeMessageIsShortened() {
        Annotation read = some("{\"message\":\"" + "x".repeat(150_000) + "\"}");
        assertThat(read.message().length()).isLessThanOrEqualTo(4_001);
    }

    private static Annotation some(String json) {
        return Objects.requireNonNull(mapped(json));
    }

    private static @Nullable Annotation mapped(String json) {
        return GitHubAnnotationMapping.annotation(AnnotationJson.of(new JsonFields(WireFiles.json(json))));
    }
}
