package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Tone;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionRowsTest {

    private static final RemoteProblem CUT = new RemoteProblem.Unreachable("connection reset", Sent.NOTHING);

    @Test
    void tellsEveryConnectionWithItsFreshnessAndBudget() {
        List<ConnectionRow> rows = ConnectionRows.chips(SampleStates.rich().connections().values(), NOW);
        assertThat(rows).extracting(ConnectionRow::words).containsExactly(
                "GitHub · live · 4\u202f812 / 5\u202f000", "prod-eu · reconnecting in 3 s", "staging-1 · watch");
        assertThat(rows).extracting(ConnectionRow::brief).containsExactly("GitHub", "prod-eu · stale", "staging-1");
        assertThat(rows).extracting(ConnectionRow::tone).containsExactly(Tone.OK, Tone.WARN, Tone.OK);
        assertThat(rows.getFirst().more())
                .contains("https://api.github.com", "Last answer 3 s ago", "full again in 30 m");
        assertThat(rows.get(1).more()).contains("cannot be reached", "Check the network");
    }

    @Test
    void tellsManyClustersInOneChipThatIsAsBadAsTheWorst() {
        List<Connection> clusters = IntStream.range(0, 5).mapToObj(i -> cluster("c" + i).live(NOW)).toList();
        assertThat(ConnectionRows.chips(clusters, NOW)).extracting(ConnectionRow::words)
                .containsExactly("5 clusters · watch");
        Connection bad = cluster("c9").live(NOW.minusSeconds(20)).troubled(CUT, null);
        List<ConnectionRow> rows = ConnectionRows.chips(List.of(clusters.get(0), clusters.get(1), bad), NOW);
        assertThat(rows).extracting(ConnectionRow::words).containsExactly("2 of 3 clusters · c9 no answer for 20 s");
        assertThat(rows.getFirst().tone()).isEqualTo(Tone.WARN);
    }

    @Test
    void saysWhatARefusedCredentialNeedsAtOnce() {
        Connection refused =
                gitHub().live(NOW.minusSeconds(5)).troubled(new RemoteProblem.Unauthorized("Bad credentials"), null);
        assertThat(ConnectionRows.chips(List.of(refused), NOW).getFirst().tone()).isEqualTo(Tone.BAD);
        assertThat(ConnectionRows.banners(List.of(refused), NOW)).singleElement().asString()
                .startsWith("GitHub: It refused our credential: Bad credentials. Values shown are from 5 s ago.")
                .contains("valid token");
    }

    @Test
    void keepsShortInterruptionsOutOfTheBanners() {
        Connection brief = cluster("a").live(NOW.minusSeconds(59)).troubled(CUT, null);
        Connection lasting = cluster("b").live(NOW.minusSeconds(61)).troubled(CUT, null);
        Connection never = cluster("c").troubled(CUT, null);
        assertThat(ConnectionRows.banners(List.of(brief, lasting, never), NOW))
                .hasSize(2)
                .first().asString().startsWith("b: ");
        assertThat(ConnectionRows.banners(List.of(never), NOW).getFirst()).contains("Nothing was read from it yet");
    }

    @Test
    void saysWhenALimitEnds() {
        Connection paused = gitHub().live(NOW.minusSeconds(5))
                .within(new ApiBudget(5_000, 0, NOW.plusSeconds(900), NOW))
                .troubled(new RemoteProblem.RateLimited("", NOW.plusSeconds(900)), null);
        assertThat(ConnectionRows.chips(List.of(paused), NOW).getFirst().words())
                .isEqualTo("GitHub · limit reached, goes on in 15 m · 0 / 5\u202f000");
    }

    @Test
    void aNameCannotPretendToBeAnother() {
        Connection odd = Connection.fresh(new ConnectionId("prod\u202eue"), Kind.KUBERNETES, "x")
                .as(new Account("a", Set.of(), null));
        assertThat(ConnectionRows.chips(List.of(odd), NOW).getFirst().words()).contains("⟨U+202E⟩");
    }

    private static Connection gitHub() {
        return Connection.fresh(new ConnectionId("GitHub"), Kind.GITHUB, "https://api.github.com");
    }

    private static Connection cluster(String name) {
        return Connection.fresh(new ConnectionId(name), Kind.KUBERNETES, "https://" + name);
    }
}
