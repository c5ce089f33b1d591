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
    void saysWhoseRepositoriesCannotBeListed() {
        Connection partly = gitHub().live(NOW)
                .listed("acme", new RemoteProblem.Forbidden("Your organization wants single sign-on", null))
                .listed("acmee", new RemoteProblem.NotFound("Not Found"));
        assertThat(ConnectionRows.banners(List.of(partly), NOW)).containsExactly(
                "GitHub: The repositories of acme cannot be listed. The credential may not do this: Your organization"
                        + " wants single sign-on. Ask for the permission, or use a credential that has it. Everything"
                        + " else goes on.",
                "GitHub: The repositories of acmee cannot be listed. It is not there, or hidden from this credential:"
                        + " Not Found. Check the owner's name in the configuration, and whether the credential can see"
                        + " it.");
        ConnectionRow row = ConnectionRows.chips(List.of(partly), NOW).getFirst();
        assertThat(row.brief()).isEqualTo("GitHub · not all listed");
        assertThat(row.tone()).isEqualTo(Tone.WARN);
        assertThat(row.more()).contains("The repositories of acmee cannot be listed.");

        Connection read = partly.listed("acme", null).listed("acmee", null);
        assertThat(ConnectionRows.banners(List.of(read), NOW)).isEmpty();
        assertThat(ConnectionRows.chips(List.of(read), NOW).getFirst().brief()).isEqualTo("GitHub");
    }

    @Test
    void whatBefellTheWholeConnectionIsNotToldOfItsListsAfterwards() {
        Connection back = gitHub().listed("acme", CUT).live(NOW);
        assertThat(ConnectionRows.banners(List.of(back), NOW)).isEmpty();
        Connection down = gitHub().live(NOW.minusSeconds(61))
                .listed("acme", new RemoteProblem.NotFound("")).troubled(CUT, null);
        assertThat(ConnectionRows.banners(List.of(down), NOW)).singleElement().asString().contains("cannot be reached");
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
    void aSpentAllowanceSaysSoAndWhenItReturns() {
        Connection spent = gitHub().live(NOW.minusSeconds(5))
                .within(new ApiBudget(5_000, 4_812, NOW.plusSeconds(3_600), NOW.minusSeconds(9)))
                .within(new ApiBudget(5_000, 0, NOW.plusSeconds(900), NOW))
                .troubled(new RemoteProblem.RateLimited("", NOW.plusSeconds(900)), NOW.plusSeconds(900));
        ConnectionRow row = ConnectionRows.chips(List.of(spent), NOW).getFirst();
        assertThat(row.tone()).isEqualTo(Tone.WARN);
        assertThat(row.brief()).isEqualTo("GitHub · paused");
        assertThat(row.more()).contains("Requests left 0 of 5\u202f000, full again in 15 m")
                .contains("requests go on in 15 m").doesNotContain("812");
    }

    @Test
    void aPauseThatDoesNotComeOfTheirNumberIsNotToldBesideIt() {
        Connection paused = gitHub().live(NOW.minusSeconds(5))
                .within(new ApiBudget(5_000, 4_812, NOW.plusSeconds(3_600), NOW))
                .troubled(new RemoteProblem.RateLimited("secondary rate limit", NOW.plusSeconds(60)), null);
        ConnectionRow row = ConnectionRows.chips(List.of(paused), NOW).getFirst();
        assertThat(row.words()).isEqualTo("GitHub · limit reached, goes on in 1 m");
        assertThat(row.more()).contains("4\u202f812 of 5\u202f000");
    }

    @Test
    void aNumberThatIsOldIsStillToldBesideOtherTroubles() {
        Connection cut = gitHub().live(NOW.minusSeconds(5))
                .within(new ApiBudget(5_000, 4_812, NOW.plusSeconds(3_600), NOW)).troubled(CUT, null);
        assertThat(ConnectionRows.chips(List.of(cut), NOW).getFirst().words())
                .isEqualTo("GitHub · no answer for 5 s · 4\u202f812 / 5\u202f000");
    }

    @Test
    void everyLampHasItsOwnWordBesideItsColour() {
        List<Connection> all = List.of(
                cluster("a"), cluster("b").live(NOW), cluster("c").live(NOW).troubled(CUT, null),
                cluster("d").troubled(new RemoteProblem.RateLimited("", NOW.plusSeconds(5)), null),
                cluster("e").troubled(new RemoteProblem.Unauthorized(""), null));
        assertThat(all).extracting(Connection::lamp).containsExactlyInAnyOrder(Connection.Lamp.values());
        assertThat(all.stream().map(c -> ConnectionRows.chips(List.of(c), NOW).getFirst().brief().substring(1)))
                .doesNotHaveDuplicates();
        assertThat(all.stream().map(c -> ConnectionRows.tone(c.lamp())))
                .containsExactly(Tone.IDLE, Tone.OK, Tone.WARN, Tone.WARN, Tone.BAD);
    }

    @Test
    void providersStandBeforeClustersAndBothByName() {
        List<Connection> all = List.of(cluster("b"), cluster("a"), gitHub());
        assertThat(ConnectionRows.chips(all, NOW)).extracting(ConnectionRow::id)
                .containsExactly("chip-GitHub", "chip-a", "chip-b");
    }

    @Test
    void theOneChipOfManyClustersTellsOfEachInItsDetails() {
        List<Connection> many = List.of(
                cluster("a").live(NOW), cluster("b").live(NOW), cluster("c").troubled(CUT, NOW.plusSeconds(9)));
        ConnectionRow row = ConnectionRows.chips(many, NOW).getFirst();
        assertThat(row.id()).isEqualTo("chip-clusters");
        assertThat(row.brief()).isEqualTo("2 / 3 clusters");
        assertThat(row.words()).isEqualTo("2 of 3 clusters · c reconnecting in 9 s");
        assertThat(row.more()).contains("Server https://a", "Server https://b", "Server https://c",
                "Last answer never");
    }

    @Test
    void whatTheServerSaysIsMadeHarmless() {
        Connection odd =
                gitHub().troubled(new RemoteProblem.Unauthorized("no\u202e\n\u0007" + "x".repeat(5_000)), null);
        String more = ConnectionRows.chips(List.of(odd), NOW).getFirst().more();
        assertThat(more).doesNotContain("\u202e").doesNotContain("\u0007").hasSizeLessThan(1_000);
        assertThat(ConnectionRows.banners(List.of(odd), NOW).getFirst()).doesNotContain("\n").hasSizeLessThan(800);
    }

    @Test
    void aNameCannotPretendToBeAnother() {
        Connection odd = Connection.fresh(new ConnectionId("prod\u202eue"), Kind.KUBERNETES, "x")
                .as(new Account("a", Set.of(), null));
        assertThat(ConnectionRows.chips(List.of(odd), NOW).getFirst().words()).contains("‹U+202E›");
    }

    private static Connection gitHub() {
        return Connection.fresh(new ConnectionId("GitHub"), Kind.GITHUB, "https://api.github.com");
    }

    private static Connection cluster(String name) {
        return Connection.fresh(new ConnectionId(name), Kind.KUBERNETES, "https://" + name);
    }
}
