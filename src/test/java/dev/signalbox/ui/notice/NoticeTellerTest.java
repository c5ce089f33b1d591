package dev.signalbox.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.notice.Notice;
import dev.signalbox.domain.notice.NoticeKind;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoticeTellerTest {

    private static final Instant NOW = SampleStates.NOW;
    private static final RepositoryId SHOP = SampleStates.repository("checkout");

    private final List<Told> told = new ArrayList<>();
    private NoticeWishes wishes = NoticeWishes.USUAL;
    private final NoticeTeller teller = new NoticeTeller(() -> wishes, told::add);
    private ConsoleState state = new Reducer().apply(
            ConsoleState.EMPTY,
            List.of(new Change.ConnectionAdded(Connection.fresh(
                    SHOP.connection(), Connection.Kind.GITHUB, "https://api.github.com").live(NOW))));

    private void read(long second, Run... runs) {
        state = new Reducer().apply(
                state, List.of(new Change.RunsRead(SHOP, new Answer.Good<>(List.of(runs), NOW.plusSeconds(second)))));
        teller.look(state, NOW.plusSeconds(second));
    }

    private static Run run(long number, Conclusion end, String workflow) {
        return new Run(
                new RunId(SHOP, number), 1, number < 100 ? 1 : number, workflow, ".github/workflows/build.yml", number,
                "Change", "push", RunStatus.COMPLETED, end, "main", "a".repeat(40), "ana", "ana", NOW, NOW, NOW, null);
    }

    @Test
    void aBuildThatBreaksIsToldWithALinkToItsRun() {
        read(0, run(1, Conclusion.SUCCESS, "build"));
        read(10, run(2, Conclusion.FAILURE, "build"), run(1, Conclusion.SUCCESS, "build"));
        assertThat(told).containsExactly(new Told(
                "checkout is broken", "build #2 failed.",
                "signalbox://run/github.com/" + SHOP.fullName() + "/2"));
        teller.look(state, NOW.plusSeconds(12));
        assertThat(told).hasSize(1);
    }

    @Test
    void namesFromOutsideAreShownAndDoNothing() {
        read(0, run(1, Conclusion.SUCCESS, "build"));
        read(10, run(2, Conclusion.FAILURE, "b\u202e<a>&\nghp_0123456789abcdef0123456789abcdef0123"));
        assertThat(told).singleElement().satisfies(one -> assertThat(one.words())
                .contains("‹U+202E›").contains("‹LF›").doesNotContain("0123456789abcdef"));
        read(20, run(3, Conclusion.SUCCESS, "x".repeat(10_000)));
        assertThat(told.getLast().words().length()).isLessThan(100);
    }

    @Test
    void aBurstIsOneNotice() {
        read(0, run(1, Conclusion.SUCCESS, "build"));
        read(10, LongStream.rangeClosed(100, 139).mapToObj(n -> run(n, Conclusion.FAILURE, "w" + n))
                .toArray(Run[]::new));
        assertThat(told).containsExactly(new Told("40 changes", "40 broken.", "signalbox://board"));
    }

    @Test
    void nothingIsToldInQuietTimesAndNothingIsSavedUp() {
        wishes = wishes.snoozed(Optional.of(NOW.plusSeconds(60)));
        read(0, run(1, Conclusion.SUCCESS, "build"));
        read(10, run(2, Conclusion.FAILURE, "build"));
        teller.look(state, NOW.plusSeconds(61));
        assertThat(told).isEmpty();
        read(70, run(3, Conclusion.SUCCESS, "build"));
        assertThat(told).extracting(Told::heading).containsExactly("checkout is fixed");
    }

    @Test
    void aConnectionThatIsNotCurrentTellsNothing() {
        read(0, run(1, Conclusion.SUCCESS, "build"));
        state = new Reducer().apply(state, List.of(new Change.ConnectionTroubled(
                SHOP.connection(), new RemoteProblem.Unreachable("gone", Sent.NOTHING), null)));
        read(10, run(2, Conclusion.FAILURE, "build"));
        assertThat(told).isEmpty();
    }

    @Test
    void theSampleStateIsNoNews() {
        teller.look(SampleStates.rich(), NOW);
        teller.look(SampleStates.rich(), NOW.plusSeconds(90));
        assertThat(told).isEmpty();
    }

    @Test
    void everyKindHasWordsOfItsOwn() {
        for (NoticeKind kind : NoticeKind.values()) {
            Told one = NoticeWords.of(new Notice(kind, "shop", "g", "production", null, "v2", NOW), state);
            assertThat(one.heading()).startsWith("shop ").doesNotContain("<");
            assertThat(one.link()).isEqualTo("signalbox://service/shop/production");
            assertThat(KindWords.of(kind)).isNotBlank();
        }
        assertThat(NoticeWords.together(List.of(
                new Notice(NoticeKind.FIXED, "a", "", "", null, "", NOW),
                new Notice(NoticeKind.WAITS, "b", "", "", null, "", NOW))).words())
                .isEqualTo("1 waiting for you, 1 fixed.");
        assertThat(NoticeWords.together(List.of(new Notice(NoticeKind.WAITS, "b", "", "", null, "", NOW))).link())
                .isEqualTo("signalbox://approvals");
    }
}
