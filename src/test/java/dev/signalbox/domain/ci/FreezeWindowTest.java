package dev.signalbox.domain.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.FreezeWindow.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeWindowTest {

    /// A Saturday.
    private static final Instant SATURDAY = Instant.parse("2026-11-21T12:00:00Z");

    /// Friday 22:00 until Monday 07:00.
    private static final Freeze WEEKEND = new Freeze(1, "0 22 * * 5", "0 7 * * 1", "UTC", List.of());

    @Test
    void isInForceBetweenItsStartAndItsEnd() {
        assertThat(FreezeWindow.of(WEEKEND, SATURDAY)).isEqualTo(new FreezeWindow(
                WEEKEND, Standing.IN_FORCE, Instant.parse("2026-11-20T22:00:00Z"),
                Instant.parse("2026-11-23T07:00:00Z")));
    }

    @Test
    void tellsWhichBeginsFirstWithinATime() {
        Instant wednesday = Instant.parse("2026-11-18T12:00:00Z");
        Freeze nights = new Freeze(2, "0 20 * * *", "0 6 * * *", "UTC", List.of("production"));
        Freeze odd = new Freeze(3, "at dawn", "0 6 * * *", "UTC", List.of());
        List<Freeze> all = List.of(WEEKEND, nights, odd);
        Instant tomorrow = wednesday.plusSeconds(86_400);

        assertThat(FreezeWindow.coming(all, "production", wednesday, tomorrow))
                .hasValueSatisfying(window -> assertThat(window.freeze()).isEqualTo(nights));
        assertThat(FreezeWindow.coming(all, "staging", wednesday, tomorrow)).isEmpty();
        assertThat(FreezeWindow.coming(all, "staging", wednesday, wednesday.plusSeconds(3 * 86_400)))
                .hasValueSatisfying(window -> assertThat(window.freeze()).isEqualTo(WEEKEND));
        assertThat(FreezeWindow.coming(all, "staging", SATURDAY, SATURDAY.plusSeconds(86_400)))
                .as("in force is not coming").isEmpty();
        assertThat(FreezeWindow.coming(all, "production", wednesday, Instant.parse("2026-11-18T20:00:00Z")))
                .as("the end is not within").isEmpty();
    }

    @Test
    void endsByTheClockOfThePlaceThatItWasMadeFor() {
        Freeze berlin = new Freeze(2, "0 22 * * 5", "0 7 * * 1", "Berlin", List.of());
        Freeze odd = new Freeze(3, "0 22 * * 5", "0 7 * * 1", "Atlantis", List.of());

        assertThat(FreezeWindow.of(berlin, SATURDAY).end().map(Object::toString))
                .contains("2026-11-23T07:00+01:00[Europe/Berlin]");
        assertThat(FreezeWindow.of(WEEKEND, SATURDAY).end().map(Object::toString)).contains("2026-11-23T07:00Z[UTC]");
        assertThat(FreezeWindow.of(odd, SATURDAY).end()).isEmpty();
    }

    @Test
    void isComingOtherwise() {
        assertThat(FreezeWindow.of(WEEKEND, Instant.parse("2026-11-18T12:00:00Z"))).isEqualTo(new FreezeWindow(
                WEEKEND, Standing.COMING, Instant.parse("2026-11-20T22:00:00Z"),
                Instant.parse("2026-11-23T07:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:59:59Z, COMING", "2026-11-20T22:00:00Z, IN_FORCE", "2026-11-23T06:59:59Z, IN_FORCE",
        "2026-11-23T07:00:00Z, COMING",
    })
    void beginsAndEndsOnTheMinute(Instant at, Standing standing) {
        assertThat(FreezeWindow.of(WEEKEND, at).standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 0 20 12 *|0 0 2 1 *|2026-12-24T12:00:00Z|IN_FORCE",
        "0 0 20 12 *|0 0 2 1 *|2027-01-02T00:00:00Z|COMING",
        "0 0 20 dec *|0 0 2 JAN *|2027-01-01T12:00:00Z|IN_FORCE",
        "0 18 * * mon-fri|0 8 * * 1-5|2026-11-19T20:00:00Z|IN_FORCE",
        "0 18 * * mon-fri|0 8 * * 1-5|2026-11-19T12:00:00Z|COMING",
        "*/30 12 * * *|59 12 * * *|2026-11-19T12:10:00Z|COMING",
        "0 0 29 2 *|0 0 1 3 *|2028-02-29T12:00:00Z|IN_FORCE",
        "0 0 13 * 5|0 0 14 * 6|2026-11-13T12:00:00Z|IN_FORCE",
        "0 0 * * 7|0 0 * * 1|2026-11-22T12:00:00Z|IN_FORCE",
        "0 0 1,15 * *|0 12 1,15 * *|2026-11-15T06:00:00Z|IN_FORCE",
        "0 9-17/4 * * *|30 9-17/4 * * *|2026-11-19T13:15:00Z|IN_FORCE",
    })
    void readsWhatPeopleWrite(String start, String end, Instant at, Standing standing) {
        assertThat(FreezeWindow.of(new Freeze(1, start, end, "UTC", List.of()), at).standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Europe/Berlin|2026-11-20T21:00:00Z", "Berlin|2026-11-20T21:00:00Z",
        "Eastern Time (US & Canada)|2026-11-21T03:00:00Z", "New York|2026-11-21T03:00:00Z",
    })
    void countsInItsOwnZone(String zone, Instant begins) {
        FreezeWindow window = FreezeWindow.of(
                new Freeze(1, "0 22 * * 5", "0 7 * * 1", zone, List.of()), Instant.parse("2026-11-18T12:00:00Z"));
        assertThat(window.from()).isEqualTo(begins);
    }

    @Test
    void goesOnThroughTheHourThatSummerTimeTakes() {
        Freeze night = new Freeze(1, "30 2 29 3 *", "0 6 29 3 *", "Europe/Berlin", List.of());
        FreezeWindow window = FreezeWindow.of(night, Instant.parse("2026-03-29T02:00:00Z"));
        assertThat(window.standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(window.from()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "* * * *", "60 * * * *", "x * * * *", "5-1 * * * *", "*/0 * * * *", "1--2 * * * *", "0 0 31 2 *",
        "0 0 * * 8", "1/2/3 * * * *", "@daily", "0 0 0 * *",
    })
    void saysThatItCannotUnderstand(String start) {
        assertThat(FreezeWindow.of(new Freeze(1, start, "0 7 * * 1", "UTC", List.of()), SATURDAY).standing())
                .isEqualTo(Standing.UNREADABLE);
        assertThat(FreezeWindow.of(new Freeze(1, "0 22 * * 5", "0 7 * * 1", "Atlantis", List.of()), SATURDAY)
                .standing()).isEqualTo(Standing.UNREADABLE);
    }

    @Test
    void findsOneThatCannotBeUnderstoodWhereItTouches() {
        Freeze odd = new Freeze(2, "at dawn", "0 9 * * 1", "UTC", List.of("production"));
        assertThat(FreezeWindow.unreadable(List.of(WEEKEND, odd), "production", SATURDAY)).contains(odd);
        assertThat(FreezeWindow.unreadable(List.of(WEEKEND, odd), "staging", SATURDAY)).isEmpty();
    }

    @Test
    void touchesOnlyItsEnvironmentsAndTheLongestCounts() {
        Freeze production = new Freeze(2, "0 0 * * 6", "0 0 * * 2", "UTC", List.of("production"));
        List<Freeze> both = List.of(production, WEEKEND);
        assertThat(FreezeWindow.inForce(both, "production", SATURDAY).orElseThrow().freeze()).isEqualTo(production);
        assertThat(FreezeWindow.inForce(both, "staging", SATURDAY).orElseThrow().freeze()).isEqualTo(WEEKEND);
        assertThat(FreezeWindow.inForce(List.of(production), "staging", SATURDAY)).isEmpty();
        assertThat(FreezeWindow.inForce(both, "production", Instant.parse("2026-11-18T12:00:00Z"))).isEmpty();
    }

    @Test
    void alwaysEndsAfterItBegan() {
        for (int hour = 0; hour < 24 * 14; hour++) {
            Instant at = SATURDAY.plusSeconds(3600L * hour);
            FreezeWindow window = FreezeWindow.of(WEEKEND, at);
            assertThat(window.until()).isAfter(Objects.requireNonNull(window.from()));
            assertThat(window.standing() == Standing.IN_FORCE).isEqualTo(!Objects.requireNonNull(window.from())
                    .isAfter(at));
        }
    }
}
