package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabVersionTest {

    @ParameterizedTest
    @CsvSource({"17.11.2-ee,17,11", "15.2-pre,15,2", "18.0.0,18,0", "8.17,8,17", "19.5.0-pre-abc,19,5"})
    void readsTheFirstTwoNumbers(String written, int major, int minor) {
        assertThat(GitLabVersion.of(written)).isEqualTo(new GitLabVersion(major, minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "v17.11", "17.x", "17.11foo", "99999.1", "-1.2", "17.11\n"})
    void readsNothingElse(String written) {
        assertThat(GitLabVersion.of(written)).isNull();
    }

    @Test
    void noVersionIsNone() {
        assertThat(GitLabVersion.of(null)).isNull();
    }

    @Test
    void comparesByNumbersAndNotByLetters() {
        GitLabVersion version = new GitLabVersion(17, 9);
        assertThat(version.isAtLeast(17, 9)).isTrue();
        assertThat(version.isAtLeast(17, 11)).isFalse();
        assertThat(version.isAtLeast(9, 11)).isTrue();
        assertThat(version.isAtLeast(18, 0)).isFalse();
    }

    @Test
    void everyLackIsASentence() {
        for (GitLabFeature feature : GitLabFeature.values()) {
            assertThat(feature.lack()).as(feature.name()).matches("[A-Z].{20,}[^.]");
        }
    }
}
