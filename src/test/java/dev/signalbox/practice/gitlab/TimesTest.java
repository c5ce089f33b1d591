package dev.signalbox.practice.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.signalbox.practice.gitlab.world.Members;
import dev.signalbox.practice.gitlab.world.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");

    private static Call asking(String name, String value) {
        return new Call("GET", Map.of(), Map.of(name, List.of(value)), "/", MissingNode.getInstance(),
                Token.full(Members.standard().you()), AT, new Links("http://127.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "updated_after, 2026-11-20T12:00:00.122Z, true",
        "updated_after, 2026-11-20T12:00:00.123Z, false",
        "updated_after, 2026-11-20T13:00:00+01:00, true",
        "updated_after, 2026-11-20, true",
        "updated_after, 2026-11-21, false",
        "updated_before, 2026-11-20T12:00:00.124Z, true",
        "updated_before, 2026-11-20T12:00:00.123Z, false",
        "updated_before, 2026-11-20, false",
        "created_after, 2030-01-01, true"
    })
    void bothEndsAreExcludedAndOnlyWhatWasToldCounts(String name, String value, boolean within) {
        assertThat(Times.within(asking(name, value), "updated", AT)).isEqualTo(within);
    }

    @Test
    void aPlusThatBecameASpaceIsUnderstood() {
        assertThat(Times.within(asking("updated_after", "2026-11-20T13:00:00 01:00"), "updated", AT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-20T25:00:00Z", "1", "T"})
    void whatIsNoTimeIsRefused(String value) {
        assertThatThrownBy(() -> Times.within(asking("updated_before", value), "updated", AT))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.sentence()).isEqualTo("updated_before is invalid");
                });
    }

    @Test
    void timesAreWrittenWithThreeDigits() {
        assertThat(Wire.time(AT)).isEqualTo("2026-11-20T12:00:00.123Z");
        assertThat(Wire.time(Instant.parse("2026-11-20T12:00:00Z"))).isEqualTo("2026-11-20T12:00:00.000Z");
    }
}
