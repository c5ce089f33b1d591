package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.approvals.Decisions.RUN;
import static dev.signalbox.ui.approvals.Decisions.SHA;
import static dev.signalbox.ui.approvals.Decisions.comparison;
import static dev.signalbox.ui.approvals.Decisions.job;
import static dev.signalbox.ui.approvals.Decisions.live;
import static dev.signalbox.ui.approvals.Decisions.pending;
import static dev.signalbox.ui.approvals.Decisions.production;
import static dev.signalbox.ui.approvals.Decisions.run;
import static dev.signalbox.ui.approvals.Decisions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.shell.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The screen itself: what is drawn of a decision, and how it is reached by keyboard.
class ApprovalsScreenTest {

    private static final RunId SECOND = new RunId(Examples.CHECKOUT, 77_002);

    private final FakeOperator operator = new FakeOperator();
    private final List<Intent> proposed = new ArrayList<>();
    private final List<Focus> looked = new ArrayList<>();
    private final List<Place> went = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private ApprovalsScreen screen;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        screen = Fx.run(() -> new ApprovalsScreen(operator, proposed::add, looked::add, went::add));
        stage = Fx.show(
                () -> {
                    Parent root = screen.node();
                    root.addEventFilter(KeyEvent.KEY_PRESSED, screen::pressed);
                    return root;
                },
                1_000, 800);
        Fx.act(stage::requestFocus);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void saysWhatWillAppearHereWhileNothingWaits() {
        show(ConsoleState.EMPTY);
        assertThat(words()).contains("Nothing waits for approval", "Nothing waits for anybody.");
        assertThat(screen.node().lookup("#approval-approve")).isNull();
    }

    @Test
    void drawsEverythingThatADecisionNeeds() {
        show(two().deployed(live("v5.19.2")).compared(comparison(3, 0, 2, "V1__a.sql"))
                .jobs(1, job("lint", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.minusSeconds(70), NOON)).state());
        assertThat(words()).contains(
                "checkout → production", "v5.19.2 → 4be02d1", "waits for you for 10 m",
                "run #641 · main · 4be02d1 · Retry card payments", "lint", "passed", "1 m 10 s", "Subject 0", "dev-1",
                "V1__a.sql · … 1 more");
        assertThat(words()).contains("WHAT CHANGES · 3 COMMITS · 1 MIGRATION");
        assertThat(words()).anyMatch(w -> w.startsWith("You decide on exactly 4be02d1, attempt 1, for production."));
    }

    @Test
    void saysThatJobsWereNotReadInsteadOfShowingNone() {
        show(two().state());
        assertThat(words()).contains("Its jobs were not read yet.");
    }

    @Test
    void theQueueFollowsTheChoiceAndTheChoiceTheQueue() {
        show(two().state());
        ListView<?> queue = find("approvals-queue", ListView.class);
        assertThat(Fx.run(() -> queue.getSelectionModel().getSelectedIndex())).isZero();
        Fx.act(() -> queue.getSelectionModel().select(1));
        assertThat(words()).contains("checkout → staging");
        Fx.act(() -> assertThat(screen.open(new Place.AtApproval(RUN, "production"))).isTrue());
        assertThat(Fx.run(() -> queue.getSelectionModel().getSelectedIndex())).isZero();
        assertThat(words()).contains("checkout → production");
    }

    @Test
    void goesToNoDecisionThatIsNotThere() {
        show(two().state());
        Fx.act(() -> {
            assertThat(screen.open(new Place.AtApproval(RUN, "nowhere"))).isFalse();
            assertThat(screen.open(new Place.AtApproval(new RunId(Examples.CHECKOUT, 1), "production"))).isFalse();
            assertThat(screen.open(new Place.AtRun(RUN))).isFalse();
        });
        assertThat(words()).contains("checkout → production");
    }

    @Test
    void theArrowKeysMoveInTheQueue() {
        show(two().state());
        Keys keys = new Keys(stage);
        keys.press(KeyCode.DOWN);
        assertThat(words()).contains("checkout → staging");
        keys.press(KeyCode.UP);
        assertThat(words()).contains("checkout → production");
    }

    @Test
    void ctrlMLeadsToTheCommentAndCtrlEnterApprovesWithIt() {
        show(ready().state());
        Keys keys = new Keys(stage);
        keys.press(KeyCode.CONTROL, KeyCode.M);
        assertThat(Fx.run(() -> find("approval-comment", TextField.class).isFocused())).isTrue();
        keys.type("fine");
        keys.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(proposed).singleElement().isInstanceOfSatisfying(Intent.ReviewDeployment.class, review -> {
            assertThat(review.run()).isEqualTo(RUN);
            assertThat(review.headSha()).isEqualTo(SHA);
            assertThat(review.decision()).isEqualTo(Decision.APPROVE);
            assertThat(review.comment()).isEqualTo("fine");
        });
    }

    @Test
    void theButtonsProposeTheSameAndNothingMore() {
        show(ready().state());
        Fx.act(() -> find("approval-approve", Button.class).fire());
        Fx.act(() -> find("approval-comment", TextField.class).setText("wrong migration"));
        Fx.act(() -> find("approval-reject", Button.class).fire());
        assertThat(proposed).extracting(i -> ((Intent.ReviewDeployment) i).decision())
                .containsExactly(Decision.APPROVE, Decision.REJECT);
        assertThat(operator.confirmed).isEmpty();
    }

    @Test
    void whatIsForOthersCannotBePressed() {
        show(Decisions.ofRelease().pending(production(false, user("grace"))).state());
        assertThat(Fx.run(() -> find("approval-approve", Button.class).isDisabled())).isTrue();
        assertThat(Fx.run(() -> find("approval-blocked", Node.class).isVisible())).isTrue();
        new Keys(stage).press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(proposed).isEmpty();
    }

    @Test
    void leadsToTheRun() {
        show(two().state());
        Fx.act(() -> find("approval-run", Button.class).fire());
        assertThat(went).containsExactly(new Place.AtRun(RUN));
    }

    @Test
    void aWarningIsColouredOnlyAsLongAsItHolds() {
        show(two().deployed(live("v5.19.2")).compared(comparison(0, 3, 0)).state());
        assertThat(warned()).containsExactly("This goes back: 3 commits that run there now are not in it.");
        show(two().deployed(live("v5.19.2")).compared(comparison(9, 0, 9)).state());
        assertThat(warned()).isEmpty();
        assertThat(words()).contains("… 1 more");
    }

    @Test
    void keepsItsNodesWhileOnlyTheClockMoves() {
        ConsoleState state = two().jobs(1, job("lint", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON, NOON)).state();
        show(state);
        Node job = Fx.run(() -> Objects.requireNonNull(screen.node().lookup(".gate")));
        Fx.act(() -> screen.show(state, NOON.plusSeconds(60)));
        assertThat(Fx.run(() -> Objects.requireNonNull(screen.node().lookup(".gate")))).isSameAs(job);
        assertThat(words()).contains("waits for you for 11 m");
    }

    @Test
    void looksAtWhatIsShownAndAwayWhenHidden() {
        show(two().state());
        assertThat(looked.getLast().runs()).containsExactly(RUN);
        Fx.act(screen::hidden);
        assertThat(looked.getLast()).isEqualTo(Focus.NOWHERE);
        assertThat(operator.discarded).hasSize(1);
    }

    @Test
    void thePaletteOffersWhatIMayDecideAndLeadsThere() {
        Decisions all = two().pending(
                production(true), pending(RUN, 13, "production-us", false, NOON, user("grace")));
        List<PaletteEntry> entries = screen.entries(all.state(), NOON);
        assertThat(entries).extracting(PaletteEntry::title)
                .containsExactly("Review checkout for production", "Review checkout for staging");
        assertThat(entries).extracting(PaletteEntry::detail).containsOnly("approve or reject 4be02d1");
        entries.getFirst().choose().run();
        assertThat(went).containsExactly(new Place.AtApproval(RUN, "production"));
        assertThat(proposed).as("going there decides nothing").isEmpty();
    }

    @Test
    void everyRowIsToldWholeToAScreenReader() {
        show(two().state());
        assertThat(Fx.run(() -> screen.node().lookupAll(".list-cell").stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null && !text.isEmpty())
                .toList()))
                .containsExactlyInAnyOrder(
                        "checkout to production, 4be02d1 · you may decide · 10 m",
                        "checkout to staging, 4be02d1 · you may decide · 5 s");
    }

    @Test
    void badgeAndKeysSayWhatThereIs() {
        assertThat(screen.waiting(two().state())).isEqualTo(2);
        assertThat(screen.keys()).extracting(k -> k.keys()).contains("Ctrl Enter", "Ctrl M");
        assertThat(screen.id()).isEqualTo("approvals");
    }

    private static Decisions two() {
        return Decisions.ofRelease()
                .run(run(SECOND, 1, "main", SHA, "b", 642))
                .pending(SECOND, pending(SECOND, 12, "staging", true, NOON.minusSeconds(5)));
    }

    /// The state once the first prepared plan is there.
    private static Decisions ready() {
        Plan plan = SampleActions.approve("p");
        return two().and(new Change.DraftChanged(new Draft.Ready(new DraftId("draft-1"), plan.intent(), plan)));
    }

    private void show(ConsoleState state) {
        Fx.act(() -> {
            screen.show(state, NOON);
            screen.shown();
        });
        Fx.act(() -> {
            screen.node().applyCss();
            screen.node().layout();
        });
    }

    private List<String> words() {
        return Fx.run(() -> screen.node().lookupAll(".label").stream()
                .flatMap(n -> n instanceof Labeled l && l.getText() != null ? Stream.of(l.getText()) : Stream.empty())
                .toList());
    }

    private List<String> warned() {
        return Fx.run(() -> screen.node().lookupAll(".sb-warn").stream()
                .flatMap(n -> n instanceof Labeled l ? Stream.of(l.getText()) : Stream.empty())
                .toList());
    }

    private <T> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(screen.node().lookup("#" + id), id));
    }
}
