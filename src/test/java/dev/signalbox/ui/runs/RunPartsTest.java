package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Attempts, annotations, commits and the clock's groups on the screen.
class RunPartsTest {

    private RunsFixture it = Fx.run(RunsFixture::new);
    private Stage stage = Fx.show(() -> it.screen.node(), 980, 900);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void opensACommitInTheBrowserAndOnlyThoseThatMayBeOpened() {
        open(RunsFixture.told(SampleStates.rich()), SEARCH_FAILED);
        assertThat(text("run-changes-fold")).isEqualTo("CHANGED SINCE LAST GREEN · #640");
        Fx.act(() -> this.<Hyperlink>node("commit-5f2c1d9").fire());
        assertThat(it.pages).containsExactly(URI.create("https://github.com/acme/search/commit/5f2c1d9"));
        assertThat(has("commit-c20e771")).as("one without a page").isFalse();
        assertThat(it.focus.getLast().comparisons()).singleElement().satisfies(
                key -> assertThat(key.base()).isEqualTo("a".repeat(40)));
    }

    @Test
    void opensAMergeRequestInTheBrowserAndHidesThePartWhereThereIsNone() {
        open(SampleStates.rich(), SEARCH_FAILED);
        assertThat(node("run-requests").getParent().isVisible()).isFalse();
        URI page = URI.create("https://gitlab.example.com/acme/search/-/merge_requests/12");
        ConsoleState state = RunsFixture.requested(
                Connection.Kind.GITLAB,
                new ChangeRequest(12, "Tune ranking", "dev-1", ChangeRequest.State.OPEN, null, page));
        open(state, SEARCH_FAILED);
        assertThat(node("run-requests").getParent().isVisible()).isTrue();
        assertThat(text("run-requests-fold")).isEqualTo("MERGE REQUEST");
        assertThat(node("request-12").getAccessibleText()).startsWith("Open Merge request !12, Tune ranking, dev-1");
        Fx.act(() -> this.<Hyperlink>node("request-12").fire());
        assertThat(it.pages).containsExactly(page);
    }

    @Test
    void showsAnnotationsWithTheirPlaces() {
        open(RunsFixture.told(SampleStates.rich()), SEARCH_FAILED);
        assertThat(text("run-notes-fold")).isEqualTo("ANNOTATIONS · 1 ERROR, 1 WARNING");
        assertThat(words(".run-note")).containsExactly(
                "error at src/test/java/dev/acme/RankingIT.java:88: expected [a, b] but was [b, a]",
                "warning: Node.js 20 actions are deprecated; they will be forced to run with Node.js 24.");
        assertThat(it.focus.getLast().annotations()).containsExactly(RunsFixture.FAILED_JOB);
    }

    @Test
    void hasNoPlaceForAnnotationsAndAttemptsWhereThereAreNone() {
        open(SampleStates.rich(), SEARCH_FAILED);
        assertThat(node("run-notes").isVisible()).isFalse();
        assertThat(node("run-attempts").isVisible()).isFalse();
        assertThat(Fx.run(() -> Objects.requireNonNull(node("run-notes").getParent()).isManaged())).isFalse();
    }

    @Test
    void switchesBetweenAttempts() {
        open(RunsFixture.again(RunsFixture.told(SampleStates.rich())), SEARCH_FAILED);
        assertThat(text("run-attempts-words")).isEqualTo("Beside attempt 1: 1 job became green, 11 s faster in all.");
        assertThat(this.<ToggleButton>node("attempt-2").isSelected()).isTrue();
        assertThat(node("rerun-failed").isDisabled()).as("the latest attempt is green").isTrue();
        assertThat(it.focus.getLast().attempts()).containsExactly(new AttemptKey(SEARCH_FAILED, 1));

        Fx.act(() -> this.<ToggleButton>node("attempt-1").fire());

        assertThat(this.<ToggleButton>node("attempt-2").isSelected()).isFalse();
        assertThat(node("attempt-1").getAccessibleText()).isEqualTo("Attempt 1, failed, shown");
        assertThat(node("run-clock").getAccessibleText()).contains("integration-tests, failed");
        assertThat(it.focus.getLast().logs()).containsExactly(RunsFixture.FAILED_JOB);
        assertThat(node("rerun-job").isDisabled()).isTrue();
        assertThat(node("rerun-job").getAccessibleHelp()).isEqualTo("This is not the latest attempt.");
        Fx.act(() -> this.<Button>node("rerun-all").fire());
        assertThat(it.intents).as("always of the latest attempt").containsExactly(
                new Intent.RerunRun(SEARCH_FAILED, 2, new Intent.RerunRun.Scope.All(), false));
    }

    @Test
    void showsTheTestsOfTheAttemptThatIsChosen() {
        open(RunsFixture.tested(RunsFixture.again(SampleStates.rich())), SEARCH_FAILED);
        assertThat(text("run-tests-words")).isEqualTo("Attempt 2: All passed: 1 test.");
        assertThat(Fx.run(() -> it.screen.node().lookupAll(".result-note .label").stream()
                .map(label -> ((Label) label).getText())
                .toList())).contains("Flaky, passed only when tried again: RankingIT.keeps_order_for_ties");
        Fx.act(() -> this.<ToggleButton>node("attempt-1").fire());
        assertThat(text("run-tests-words")).isEqualTo("Attempt 1: 1 test, 1 failed.");
        assertThat(text("run-tests-fold")).isEqualTo("FAILING TESTS · 0 NEW, 0 KNOWN, 1 FLAKY");
        Fx.act(() -> this.<ToggleButton>node("attempt-2").fire());
        assertThat(text("run-tests-words")).startsWith("Attempt 2");
    }

    @Test
    void proposesToRunAgainWithDebugLogging() {
        open(SampleStates.rich(), SEARCH_FAILED);
        MenuButton menu = node("rerun-debug");
        assertThat(menu.getItems()).extracting(i -> i.getText()).containsExactly(
                "Re-run failed with debug logging", "Re-run all with debug logging", "Re-run job with debug logging");
        Fx.act(() -> menu.getItems().forEach(item -> item.fire()));
        assertThat(it.intents).hasSize(3).allSatisfy(
                intent -> assertThat(((Intent.RerunRun) intent).debug()).isTrue());
        assertThat(((Intent.RerunRun) it.intents.getLast()).scope())
                .isEqualTo(new Intent.RerunRun.Scope.OneJob(15, "integration-tests"));
        Fx.act(() -> it.screen.open(new Place.AtRun(RunsFixture.GOING)));
        assertThat(menu.isDisabled()).as("a run that goes on").isTrue();
    }

    @Test
    void whileARunIsReadNothingOfTheOneBeforeIsShownOrOffered() {
        open(SampleStates.rich(), SEARCH_FAILED);
        assertThat(node("run-side").isVisible()).isTrue();
        assertThat(node("rerun-job").isDisabled()).isFalse();

        Fx.act(() -> it.screen.open(new Place.AtRun(new RunId(SEARCH_FAILED.repository(), 999_999))));

        assertThat(words()).contains("Reading the run…");
        assertThat(node("run-side").isVisible()).isFalse();
        Fx.act(() -> this.<Button>node("rerun-job").fire());
        assertThat(it.intents).isEmpty();

        Fx.act(() -> it.screen.open(new Place.AtRun(SEARCH_FAILED)));
        assertThat(node("run-side").isVisible()).isTrue();
    }

    private List<String> words() {
        return Fx.run(() -> it.screen.node().lookupAll(".label").stream().map(l -> ((Labeled) l).getText()).toList());
    }

    @Test
    void foldsAGroupOfJobsByKeyboard() {
        open(SampleStates.rich(), SEARCH_FAILED);
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(node("run-clock").getAccessibleText()).contains("unit-tests (2/2)");
        press(KeyCode.LEFT);
        assertThat(node("run-clock").getAccessibleText()).contains("unit-tests, 2 jobs").endsWith(", folded");
        assertThat(text("run-steps-fold")).as("the job stays chosen").isEqualTo("UNIT-TESTS (2/2) · STEPS");
        press(KeyCode.UP);
        assertThat(node("run-clock").getAccessibleText()).contains("lint");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(node("run-clock").getAccessibleText()).contains("unit-tests, 2 jobs").endsWith(", unfolded");
        press(KeyCode.DOWN);
        assertThat(node("run-clock").getAccessibleText()).contains("unit-tests (1/2)");
    }

    @Test
    void pointsAtTheGroupThatHidesTheChosenJob() {
        open(RunsFixture.going(SampleStates.rich()), RunsFixture.GOING);
        for (int i = 0; i < 9; i++) {
            press(KeyCode.UP);
        }
        assertThat(node("run-clock").getAccessibleText()).contains("lint, 8 jobs: 8 passed").endsWith(", folded");
        press(KeyCode.RIGHT);
        press(KeyCode.DOWN);
        assertThat(node("run-clock").getAccessibleText()).contains("lint (module-1)");
    }

    @Test
    void saysWhenTheRunShouldBeOver() {
        open(RunsFixture.going(SampleStates.rich()), RunsFixture.GOING);
        assertThat(text("run-pace")).isEqualTo("usually 2 m 40 s, about 2 m left");
        assertThat(late()).isFalse();
        assertThat(Fx.run(() -> it.screen.node().lookup(".clock-ghost"))).isNotNull();
        Fx.act(() -> it.screen.show(
                RunsFixture.going(SampleStates.rich()), SampleStates.NOW.plusSeconds(260)));
        assertThat(text("run-pace")).isEqualTo("usually 2 m 40 s, 2 m longer than usual");
        assertThat(late()).isTrue();
    }

    private boolean late() {
        return node("run-pace").getPseudoClassStates().stream().anyMatch(p -> p.getPseudoClassName().equals("late"));
    }

    private void open(ConsoleState state, RunId run) {
        Fx.act(() -> {
            it.show(state);
            it.screen.shown();
            it.screen.open(new Place.AtRun(run));
            it.screen.node().applyCss();
            it.screen.node().layout();
        });
    }

    private List<String> words(String selector) {
        return Fx.run(() -> it.screen.node().lookupAll(selector).stream().map(Node::getAccessibleText).toList());
    }

    private String text(String id) {
        return node(id) instanceof Label label ? label.getText() : this.<Labeled>node(id).getText();
    }

    private boolean has(String id) {
        return Fx.run(() -> it.screen.node().lookup("#" + id) != null);
    }

    private void press(KeyCode code) {
        Fx.act(() -> Event.fireEvent(
                Objects.requireNonNull(stage.getScene().getFocusOwner()),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    // Ids and the kinds of their nodes belong together; a wrong pair fails in the test that uses it.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends Node> T node(String id) {
        return (T) Fx.run(() -> Objects.requireNonNull(it.screen.node().lookup("#" + id), id));
    }
}
