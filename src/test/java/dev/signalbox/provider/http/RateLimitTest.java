package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RateLimitTest {

    private static final RawAnswer GOOD = RawAnswer.json("{}");
    private static final RawAnswer PLAIN_403 = RawAnswer.json("{\"message\":\"Resource not accessible\"}").status(403);
    private static final RawAnswer SECONDARY =
            RawAnswer.json("{\"message\":\"You have exceeded a secondary rate limit.\"}").status(403);

    private final MovingClock clock = new MovingClock();
    private final List<RateReading> readings = new ArrayList<>();
    private final FaultServer server = FaultServer.start();
    private final HttpDoor door = HttpDoor.open(settings());

    private HttpSettings settings() {
        HttpSettings plain = Doors.to(server);
        return new HttpSettings(plain.base(), plain.credential(), plain.userAgent(), plain.headers(), plain.limits(),
                null, List.of(), readings::add, Doors.runtime(clock));
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    private RemoteProblem answered(RawAnswer answer) {
        server.behave(Faults.answer(answer));
        return Doors.problem(() -> door.get(Doors.read(door, "x")));
    }

    private Duration waitAfter(RawAnswer answer) {
        return Duration.between(clock.instant(), ((RemoteProblem.RateLimited) answered(answer)).until());
    }

    @ParameterizedTest
    @CsvSource({
        "30, 30", "0, 1", "-5, 1", "1000000000, 900", "899, 899", "garbage, 60", "1e3, 60",
        "'Fri, 20 Nov 2026 12:01:30 GMT', 90", "'Fri, 20 Nov 2020 12:01:30 GMT', 1",
        "'Thu, 20 Nov 2036 12:01:30 GMT', 900"
    })
    void waitsAsLongAsRetryAfterSaysWithinReason(String header, long seconds) {
        assertThat(waitAfter(RawAnswer.of(429, "").with("Retry-After", header))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void measuresADateByTheServersOwnClock() {
        assertThat(waitAfter(RawAnswer.of(429, "")
                .with("Date", "Fri, 20 Nov 2026 11:00:00 GMT")
                .with("Retry-After", "Fri, 20 Nov 2026 11:00:40 GMT")))
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void waitsForTheResetWhenNothingIsLeft() {
        long reset = Doors.NOW.getEpochSecond() + 1200;
        assertThat(waitAfter(PLAIN_403.with("X-RateLimit-Remaining", "0").with("X-RateLimit-Reset", "" + reset)))
                .as("until the reset and one second").isEqualTo(Duration.ofSeconds(1201));
    }

    @Test
    void retryAfterGoesBeforeTheReset() {
        long reset = Doors.NOW.getEpochSecond() + 1200;
        assertThat(waitAfter(PLAIN_403.with("Retry-After", "5").with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", "" + reset)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theSecondaryLimitDoublesUntilSomethingIsAnsweredWell() throws Exception {
        assertThat(waitAfter(SECONDARY)).isEqualTo(Duration.ofSeconds(60));
        clock.pass(Duration.ofSeconds(61));
        assertThat(waitAfter(SECONDARY)).isEqualTo(Duration.ofSeconds(120));
        clock.pass(Duration.ofSeconds(121));
        assertThat(waitAfter(SECONDARY)).isEqualTo(Duration.ofSeconds(240));
        clock.pass(Duration.ofSeconds(241));
        server.behave(Faults.answer(GOOD));
        door.get(Doors.read(door, "x"));
        assertThat(waitAfter(SECONDARY)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aPlainRefusalIsNotALimit() {
        assertThat(answered(PLAIN_403.with("X-RateLimit-Remaining", "4000").with("X-RateLimit-Reset", "1795176000")))
                .isInstanceOf(RemoteProblem.Forbidden.class);
        assertThat(door.frozenUntil()).isEmpty();
    }

    @Test
    void whileFrozenNothingIsSentNotEvenAWrite() throws Exception {
        Duration wait = waitAfter(RawAnswer.of(429, "").with("Retry-After", "30"));
        Instant until = clock.instant().plus(wait);
        assertThat(door.frozenUntil()).contains(until);
        int before = server.requests().size();
        assertThat(Doors.problem(() -> door.get(Doors.read(door, "y"))))
                .isEqualTo(new RemoteProblem.RateLimited("Waiting for the server's request limit", until));
        assertThat(Doors.notApplied(door.send(Doors.post(door, "{}")))).isInstanceOf(RemoteProblem.RateLimited.class);
        assertThat(server.requests()).hasSize(before);
        clock.pass(Duration.ofSeconds(30));
        server.behave(Faults.answer(GOOD));
        assertThat(door.frozenUntil()).isEmpty();
        assertThat(door.get(Doors.read(door, "y")).status()).isEqualTo(200);
    }

    @Test
    void onlyAQuestionThatDoesNotCountIsAskedWhileFrozen() throws Exception {
        long reset = Doors.NOW.getEpochSecond() + 600;
        waitAfter(PLAIN_403.with("X-RateLimit-Remaining", "0").with("X-RateLimit-Reset", "" + reset));
        server.behave(Faults.answer(GOOD));
        assertThat(door.get(Doors.read(door, "rate_limit").at(Priority.UNCOUNTED)).status()).isEqualTo(200);
        for (Priority other : List.of(Priority.ACTION, Priority.FOREGROUND, Priority.BACKGROUND)) {
            assertThat(Doors.problem(() -> door.get(Doors.read(door, "x").at(other)))).as(other.name())
                    .isInstanceOf(RemoteProblem.RateLimited.class);
        }
        door.resume();
        assertThat(door.frozenUntil()).isEmpty();
        assertThat(door.get(Doors.read(door, "x")).status()).isEqualTo(200);
    }

    @Test
    void aPauseThatWasAskedForOutlastsARefilledAllowance() {
        waitAfter(RawAnswer.of(429, "").with("Retry-After", "30"));
        Instant paused = clock.instant().plusSeconds(30);
        door.resume();
        assertThat(door.frozenUntil()).contains(paused);
        clock.pass(Duration.ofSeconds(31));
        assertThat(door.frozenUntil()).isEmpty();
    }

    @Test
    void anAnswerToWhatCountsEndsAPauseThatWasAskedFor() throws Exception {
        waitAfter(RawAnswer.of(429, "").with("Retry-After", "30"));
        server.behave(Faults.answer(GOOD));
        door.resumeAfterAnswer();
        assertThat(door.frozenUntil()).isEmpty();
        assertThat(door.get(Doors.read(door, "x")).status()).isEqualTo(200);
        server.behave(Faults.answer(RawAnswer.of(429, "").with("Retry-After", "10")));
        assertThat(Doors.problem(() -> door.get(Doors.read(door, "y"))))
                .isInstanceOf(RemoteProblem.RateLimited.class);
        assertThat(door.frozenUntil()).as("a later pause is a pause").contains(clock.instant().plusSeconds(10));
    }

    @Test
    void aLimitedWriteIsNotAppliedAndStopsTheAccount() {
        server.behave(Faults.answer(RawAnswer.of(429, "").with("Retry-After", "30")));
        assertThat(Doors.notApplied(door.send(Doors.post(door, "{}")))).isInstanceOf(RemoteProblem.RateLimited.class);
        assertThat(door.frozenUntil()).isPresent();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whatIsLeftIsToldWithEveryAnswer() throws Exception {
        server.behave(Faults.answer(GOOD.with("X-RateLimit-Limit", "5000").with("X-RateLimit-Remaining", "4987")
                .with("X-RateLimit-Used", "13").with("X-RateLimit-Reset", "1795176000")
                .with("X-RateLimit-Resource", "core")));
        door.get(Doors.read(door, "x"));
        RateReading expected =
                new RateReading("core", 5000, 4987, 13, Instant.ofEpochSecond(1_795_176_000), clock.instant());
        assertThat(readings).containsExactly(expected);
        assertThat(expected.toBudget().remaining()).isEqualTo(4987);
    }

    @Test
    void theHeadersOfGitLabAreReadToo() throws Exception {
        server.behave(Faults.answer(GOOD.with("RateLimit-Limit", "2000").with("RateLimit-Remaining", "1990")
                .with("RateLimit-Observed", "12").with("RateLimit-Reset", "1795176000")
                .with("RateLimit-Name", "throttle_authenticated_api")));
        door.get(Doors.read(door, "x"));
        assertThat(readings).containsExactly(new RateReading("throttle_authenticated_api", 2000, 1990, 12,
                Instant.ofEpochSecond(1_795_176_000), clock.instant()));
    }

    @Test
    void aSmallResetIsAWaitAndNoTime() throws Exception {
        server.behave(Faults.answer(
                GOOD.with("RateLimit-Limit", "60").with("RateLimit-Remaining", "59").with("RateLimit-Reset", "30")));
        door.get(Doors.read(door, "x"));
        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.resetAt()).isEqualTo(clock.instant().plusSeconds(30));
            assertThat(reading.resource()).isEqualTo("core");
            assertThat(reading.used()).isEqualTo(1);
        });
    }

    @Test
    void gitLabsPlainTextRefusalIsALimit() {
        assertThat(waitAfter(RawAnswer.of(429, "Retry later\n").with("Content-Type", "text/plain")
                .with("Retry-After", "17"))).isEqualTo(Duration.ofSeconds(17));
        clock.pass(Duration.ofSeconds(18));
        assertThat(waitAfter(RawAnswer.of(429, "Retry later\n"))).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"many,1,1", "5000,-1,1", "5000,1,soon", "99999999999999999999,1,1", "5000,,1"})
    void strangeNumbersAreNotTold(String limit, String remaining, String reset) throws Exception {
        server.behave(Faults.answer(GOOD.with("X-RateLimit-Limit", limit)
                .with("X-RateLimit-Remaining", String.valueOf(remaining)).with("X-RateLimit-Reset", reset)));
        door.get(Doors.read(door, "x"));
        assertThat(readings).isEmpty();
    }

    @Test
    void theServersClockIsTheMedianOfItsLastAnswers() throws Exception {
        assertThat(door.clockSkew()).isEmpty();
        for (String date : List.of("12:01:30", "12:01:31", "03:00:00", "12:01:29", "12:01:30")) {
            server.behave(Faults.answer(GOOD.with("Date", "Fri, 20 Nov 2026 " + date + " GMT")));
            door.get(Doors.read(door, "x"));
        }
        server.behave(Faults.answer(GOOD.with("Date", "yesterday")));
        door.get(Doors.read(door, "x"));
        assertThat(door.clockSkew()).contains(Duration.ofMillis(90_500));
    }
}
