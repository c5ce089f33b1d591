package dev.signalbox.practice.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private final EntityTag tag = EntityTag.of("abc");

    @Test
    void isWeak() {
        assertThat(tag.header()).isEqualTo("W/\"abc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"abc\"", "\"abc\"", "*", "\"x\", W/\"abc\"", " \"x\" ,*"})
    void isKnownByAnyTagOfTheList(String asked) {
        assertThat(tag.isAmong(asked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "W/", "abc", "\"x\"", "\"ABC\"", ",", "W/W/\"abc\""})
    void anythingElseIsAnotherAnswer(String asked) {
        assertThat(tag.isAmong(asked)).isFalse();
    }

    @Test
    void whoSaysNothingHasNothing() {
        assertThat(tag.isAmong(null)).isFalse();
    }
}
