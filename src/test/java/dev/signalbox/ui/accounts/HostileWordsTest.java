package dev.signalbox.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Connection.Lamp;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.ui.accounts.ConnectionDesk.AccountLine;
import dev.signalbox.ui.accounts.ConnectionDesk.ClusterLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the pages about connections say of what others named, and at the borders of what is usual.
class HostileWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ConnectionId WORK = new ConnectionId("work");
    private static final Connection FRESH = Connection.fresh(WORK, Connection.Kind.GITLAB, "https://gitlab.com");

    @Test
    void aContextAndItsNamespacesAreMadeSafe() {
        String words = ConnectionWords.of(new ClusterLine(
                WORK, "ad\u202emin", List.of("sh\u0007op", "x\ny"), 3, ClusterMark.PRODUCTION_ACTING));

        assertThat(words).isEqualTo("Context ad‹U+202E›min, watched in sh‹BEL›op, x‹LF›y."
                + " 3 credential programs may run.");
    }

    @Test
    void thousandsOfNamesDoNotFillThePage() {
        List<String> many = Collections.nCopies(5_000, "acme");
        String account = ConnectionWords.of(new AccountLine(
                WORK, Connection.Kind.GITHUB, "https://" + "x".repeat(5_000), "Its token lies in the vault", "It goes.",
                many,
                List.of()));
        String cluster = ConnectionWords.of(new ClusterLine(WORK, "c", many, 0, ClusterMark.ORDINARY));

        assertThat(account).hasSizeLessThan(600).startsWith("GitHub at https://xx").endsWith("acme.");
        assertThat(cluster).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @EnumSource(Lamp.class)
    void everyLampHasWordsAndAShapeOfItsOwn(Lamp lamp) {
        for (Lamp other : Lamp.values()) {
            boolean same = ConnectionWords.lamp(standing(lamp)).equals(ConnectionWords.lamp(standing(other)));
            boolean alike = ConnectionWords.mark(standing(lamp)) == ConnectionWords.mark(standing(other));
            assertThat(same).as(lamp + " and " + other).isEqualTo(lamp == other);
            assertThat(alike).as(lamp + " and " + other).isEqualTo(lamp == other);
        }
    }

    @Test
    void aLimitIsNotAFaultOfThePerson() {
        Connection limited = FRESH.troubled(new RemoteProblem.RateLimited("Slow down.", NOW.plusSeconds(60)), null);

        assertThat(ConnectionWords.lamp(Optional.of(limited))).isEqualTo("Waits for its limit");
        assertThat(ConnectionWords.problem(Optional.of(limited))).isEqualTo("Slow down.");
        assertThat(ConnectionWords.problem(Optional.of(limited.live(NOW)))).as("over").isEmpty();
    }

    @Test
    void theLastTwoWeeksOfATokenAreCounted() {
        assertThat(expiry(NOW.plusSeconds(14 * 86_400L))).isEqualTo("It ends on 4 December 2026.");
        assertThat(expiry(NOW.plusSeconds(14 * 86_400L - 1))).isEqualTo("It ends on 4 December 2026, in 13 days.");
        assertThat(expiry(NOW.plusSeconds(86_400))).endsWith("in 1 day.").startsWith("It ends on 21 November 2026");
        assertThat(expiry(NOW.plusSeconds(86_399))).isEqualTo("It ends in 23 h.");
        assertThat(expiry(NOW)).as("this very moment").isEqualTo("It ended on 20 November 2026.");
    }

    @Test
    void theDayIsThatOfThePerson() {
        Instant late = Instant.parse("2027-01-31T23:30:00Z");
        assertThat(ConnectionWords.expiry(late, NOW, ZoneId.of("Asia/Tokyo"))).contains("1 February 2027");
        assertThat(ConnectionWords.expiry(late, NOW, ZoneOffset.UTC)).contains("31 January 2027");
    }

    @Test
    void onlyActionsInProductionAreOfferedWithAWarningOfThem() {
        assertThat(Arrays.stream(ClusterMark.values()).map(ConnectionWords::change)).doesNotHaveDuplicates();
        assertThat(ConnectionWords.change(ClusterMark.PRODUCTION_ACTING)).startsWith("Actions in production are then");
        assertThat(ConnectionWords.change(ClusterMark.PRODUCTION_READ_ONLY)).contains("refused until you switch");
    }

    private static String expiry(Instant end) {
        return ConnectionWords.expiry(end, NOW, ZoneOffset.UTC);
    }

    private static Optional<Connection> standing(Lamp lamp) {
        return Optional.of(new Connection(
                WORK, Connection.Kind.GITHUB, "https://github.com", lamp, null, null, null, null, null));
    }
}
