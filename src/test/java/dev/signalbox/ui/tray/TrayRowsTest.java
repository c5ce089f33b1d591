package dev.signalbox.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.link.DeepLinks;
import dev.signalbox.domain.tray.TrayEntry;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySection;
import dev.signalbox.domain.tray.TraySign;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.approvals.WaitingForMe;
import dev.signalbox.ui.board.BoardGlance.FailingCell;
import dev.signalbox.ui.board.BoardGlance.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrayRowsTest {

    private static final Instant NOW = SampleStates.NOW;
    private static final Connection GITHUB =
            Connection.fresh(SampleStates.GITHUB, Connection.Kind.GITHUB, "https://api.github.com");
    private static final Connection CLUSTER =
            Connection.fresh(SampleStates.PROD, Connection.Kind.KUBERNETES, "https://prod.example");
    private static final RemoteProblem GONE = new RemoteProblem.Unreachable("gone", Sent.NOTHING);
    private static final ConsoleState LIVE = state(GITHUB.live(NOW), CLUSTER.live(NOW));

    private static ConsoleState state(Connection... connections) {
        List<Change> changes = new ArrayList<>();
        for (Connection connection : connections) {
            changes.add(new Change.ConnectionAdded(connection));
        }
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }

    private static Seen seen(int failing, int moving, int drifted) {
        return new Seen(
                failing, moving, drifted, true,
                IntStream.range(0, failing).mapToObj(i -> new FailingCell("service-" + i, "production")).toList());
    }

    private static List<WaitingForMe> waiting(int count) {
        return IntStream.range(0, count).mapToObj(i -> waiting("shop-" + i, "production")).toList();
    }

    private static WaitingForMe waiting(String service, String environment) {
        return new WaitingForMe(
                service, new RunId(new RepositoryId(SampleStates.GITHUB, "acme", "shop"), 7), environment);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, WELL, All well",
        "2, 0, 0, 0, FAILING, 2 failing",
        "2, 1, 3, 4, FAILING, '2 failing, 4 wait for you, 1 moving, 3 drifted'",
        "0, 1, 3, 4, MOVING, '4 wait for you, 1 moving, 3 drifted'",
        "0, 0, 3, 1, WAITING, '1 waits for you, 3 drifted'",
        "0, 0, 3, 0, DRIFTED, 3 drifted"
    })
    void theWorstIsTheSignAndAllOfItIsInTheWords(
            int failing, int moving, int drifted, int mine, TraySign sign, String words) {
        TrayFace face = TrayRows.of(LIVE, seen(failing, moving, drifted), waiting(mine));
        assertThat(face.sign()).isEqualTo(sign);
        assertThat(face.words()).isEqualTo(words);
        assertThat(face.waiting()).isEqualTo(mine);
    }

    @Test
    void allIsWellIsOnlySaidWhileEverythingIsCurrent() {
        ConsoleState half = state(GITHUB.live(NOW), CLUSTER.live(NOW).troubled(GONE, null));
        TrayFace quiet = TrayRows.of(half, seen(0, 0, 0), List.of());
        assertThat(quiet.sign()).isEqualTo(TraySign.STALE);
        assertThat(quiet.words()).isEqualTo("1 connection not current");

        TrayFace bad = TrayRows.of(half, seen(1, 0, 0), List.of());
        assertThat(bad.sign()).as("what is known to be bad stays bad").isEqualTo(TraySign.FAILING);
        assertThat(bad.words()).isEqualTo("1 failing, 1 connection not current");
    }

    @Test
    void whereNothingAnswersTheLastThatWasKnownIsCalledThat() {
        ConsoleState dark = state(
                GITHUB.live(NOW).troubled(new RemoteProblem.RateLimited("slow down", NOW.plusSeconds(9)),
                        NOW.plusSeconds(9)),
                CLUSTER.live(NOW).troubled(GONE, null));
        TrayFace face = TrayRows.of(dark, seen(2, 0, 0), waiting(3));
        assertThat(face.sign()).isEqualTo(TraySign.STALE);
        assertThat(face.words()).isEqualTo("Nothing is current; last known: 2 failing, 3 wait for you");
        assertThat(TrayRows.of(dark, seen(0, 0, 0), List.of()).words()).isEqualTo("Nothing is current");
    }

    @Test
    void theBeginningIsNoAlarmAndNoPeace() {
        Seen nothing = new Seen(0, 0, 0, false, List.of());
        assertThat(TrayRows.of(ConsoleState.EMPTY, nothing, List.of()))
                .isEqualTo(new TrayFace(TraySign.STALE, 0, "Nothing is connected", List.of()));
        assertThat(TrayRows.of(state(GITHUB, CLUSTER), nothing, List.of())).isEqualTo(TrayFace.FIRST);
        assertThat(TrayRows.of(LIVE, nothing, List.of()))
                .as("connected, and nothing was read").isEqualTo(TrayFace.FIRST);
    }

    @Test
    void everyLineLeadsToThatVeryCard() {
        TrayFace face = TrayRows.of(
                LIVE, new Seen(1, 0, 0, true, List.of(new FailingCell("ledger", "staging"))),
                List.of(waiting("checkout", "production")));
        assertThat(face.sections()).containsExactly(
                new TraySection("Waiting for you", List.of(new TrayEntry(
                        "checkout to production", "signalbox://approval/github.com/acme/shop/7/production"))),
                new TraySection("Failing", List.of(new TrayEntry(
                        "ledger in staging", "signalbox://service/ledger/staging"))));
    }

    @Test
    void aFewAreNamedAndTheRestIsCounted() {
        TrayFace face = TrayRows.of(LIVE, seen(7, 0, 0), waiting(5));
        assertThat(face.sections().getFirst().entries()).hasSize(5);
        List<TrayEntry> failing = face.sections().getLast().entries();
        assertThat(failing).hasSize(6);
        assertThat(failing.getLast()).isEqualTo(new TrayEntry("and 2 more", "signalbox://board"));
        assertThat(TrayRows.of(LIVE, seen(0, 0, 0), waiting(1_240)).sections().getFirst().entries().getLast())
                .isEqualTo(new TrayEntry("and 1\u202f235 more", "signalbox://approvals"));
    }

    @Test
    void whatIsEmptyHasNoHeading() {
        assertThat(TrayRows.of(LIVE, seen(0, 2, 2), List.of()).sections()).isEmpty();
        assertThat(TrayRows.of(LIVE, seen(1, 0, 0), List.of()).sections())
                .extracting(TraySection::heading).containsExactly("Failing");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<b>all well</b>", "<a href=\"https://x.example\">shop</a>", "<img src=file:///etc/passwd>", "a&amp;b&#60;",
        "shop\u202enoitcudorp", "one\ntwo\r\nthree", "\u0000\u001b[31m", "_under_score_",
        "token ghp_0123456789abcdefghij012345"
    })
    void aHostileNameIsNoMarkupAndHidesNothing(String name) {
        TrayFace face = TrayRows.of(
                LIVE, new Seen(1, 0, 0, true, List.of(new FailingCell(name, name))), List.of(waiting(name, name)));
        assertThat(face.words()).as("no name at all").isEqualTo("1 failing, 1 waits for you");
        assertThat(face.sections()).flatExtracting(TraySection::entries).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.words()).doesNotContain("<", ">", "&", "\n", "\r", "\u202e", "\u001b", "0123456789abcdef");
            assertThat(DeepLinks.parse(entry.link())).as(entry.link()).isPresent();
        });
    }

    @Test
    void aNameWithoutEndIsShortened() {
        TrayFace face = TrayRows.of(LIVE, seen(0, 0, 0), List.of(waiting("x".repeat(100_000), "y".repeat(100_000))));
        TrayEntry entry = face.sections().getFirst().entries().getFirst();
        assertThat(entry.words().length()).isLessThan(90);
        assertThat(entry.link()).as("no link carries such a name").isEqualTo("signalbox://approvals");
    }

    @Test
    void aRunOfAConnectionThatIsGoneStillLeadsToTheQueue() {
        RunId run = new RunId(new RepositoryId(new ConnectionId("gone"), "acme", "shop"), 7);
        TrayFace face = TrayRows.of(LIVE, seen(0, 0, 0), List.of(new WaitingForMe("shop", run, "production")));
        assertThat(face.sections().getFirst().entries().getFirst().link()).isEqualTo("signalbox://approvals");
    }
}
