package dev.signalbox.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.ui.accounts.ConnectionDesk.AccountLine;
import dev.signalbox.ui.accounts.ConnectionDesk.ClusterLine;
import dev.signalbox.ui.widget.Mark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Connection FRESH =
            Connection.fresh(new ConnectionId("work"), Connection.Kind.GITHUB, "https://github.com");

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T10:00:00Z, It ends on 31 January 2027.",
        "2026-11-25T12:00:00Z, 'It ends on 25 November 2026, in 5 days.'",
        "2026-11-20T14:30:00Z, It ends in 2 h.", "2026-11-20T12:10:00Z, It ends in 1 h.",
        "2026-11-19T12:00:00Z, It ended on 19 November 2026."
    })
    void tellsWhenATokenEnds(String end, String words) {
        assertThat(ConnectionWords.expiry(Instant.parse(end), NOW, ZoneOffset.UTC)).isEqualTo(words);
    }

    @Test
    void aTokenWithoutAnEndSaysSo() {
        assertThat(ConnectionWords.expiry(null, NOW, ZoneOffset.UTC)).isEqualTo("Nothing tells when it ends.");
    }

    @Test
    void describesAnAccount() {
        AccountLine account = new AccountLine(
                new ConnectionId("inside"), Connection.Kind.GITLAB, "https://git.example.com",
                "Its token is typed at each start", "It goes.", List.of(), List.of());

        assertThat(ConnectionWords.of(account))
                .isEqualTo("GitLab at https://git.example.com. Its token is typed at each"
                        + " start. Shows everything that it reaches.");
    }

    @Test
    void saysWhichRepositoriesAloneAreRead() {
        assertThat(ConnectionWords.of(only("acme/checkout", "acme/web")))
                .endsWith("Shows only acme/checkout, acme/web.");
        assertThat(ConnectionWords.of(only("a/a", "a/b", "a/c", "a/d", "a/e", "a/f")))
                .endsWith("Shows only 6 repositories.");
    }

    private static AccountLine only(String... repositories) {
        return new AccountLine(
                new ConnectionId("work"), Connection.Kind.GITHUB, "https://github.com", "Its token lies in the vault",
                "It goes.",
                List.of("acme"), List.of(repositories));
    }

    @ParameterizedTest
    @CsvSource({
        "0, No credential program may run.", "1, One credential program may run.", "2, 2 credential programs may run."
    })
    void describesACluster(int programs, String words) {
        ClusterLine cluster = new ClusterLine(
                new ConnectionId("c"), "admin@c", List.of("a", "b"), programs, ClusterMark.ORDINARY);

        assertThat(ConnectionWords.of(cluster)).isEqualTo("Context admin@c, watched in a, b. " + words);
    }

    @Test
    void namesFromOutsideAreMadeSafe() {
        AccountLine account = new AccountLine(
                new ConnectionId("x"), Connection.Kind.GITHUB, "https://\u202Eevil", "In the vault", "It goes.",
                List.of("a\u0007b"), List.of("c\u0007/d"));

        assertThat(ConnectionWords.of(account)).doesNotContain("\u202E").doesNotContain("\u0007");
    }

    @Test
    void everyMarkHasItsOwnWordsAndSaysWhatAChangeDoes() {
        assertThat(Arrays.stream(ClusterMark.values()).map(ConnectionWords::mark)).doesNotHaveDuplicates();
        for (ClusterMark mark : ClusterMark.values()) {
            assertThat(ConnectionWords.change(mark)).endsWith("The console starts again with it.");
        }
    }

    @Test
    void everyAnswerHasAShapeAndAWord() {
        assertThat(Arrays.stream(Told.values()).map(ConnectionWords::told)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Told.values()).map(ConnectionWords::word)).doesNotHaveDuplicates();
    }

    @Test
    void tellsHowAConnectionStands() {
        Connection refused = FRESH.troubled(new RemoteProblem.Unauthorized("The token was refused."), null);

        assertThat(ConnectionWords.lamp(Optional.empty())).isEqualTo("Not tried yet");
        assertThat(ConnectionWords.lamp(Optional.of(FRESH.live(NOW)))).isEqualTo("Answers");
        assertThat(ConnectionWords.mark(Optional.of(refused))).isEqualTo(Mark.BAD);
        assertThat(ConnectionWords.problem(Optional.of(refused))).isEqualTo("The token was refused.");
        assertThat(ConnectionWords.problem(Optional.of(FRESH))).isEmpty();
    }
}
