package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleRuns.WEB_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Focus;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsScreenTest {

    @TempDir
    private Path folder;

    private RunsFixture it = Fx.run(RunsFixture::new);
    private Stage stage = Fx.show(() -> it.screen.node(), 980, 900);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void showRuns() {
        Fx.act(() -> {
            it.show(RunsFixture.withLog(folder));
            it.screen.shown();
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    @Test
    void opensARunAndGoesBackByKeyboard() {
        Fx.act(() -> this.<TextField>node("runs-search").setText("search failed #641"));
        Fx.act(() -> node("runs-list").requestFocus());
        press(KeyCode.HOME);
        press(KeyCode.ENTER);
        assertThat(has("run")).isTrue();
        assertThat(it.focus.getLast().runs()).containsExactly(SEARCH_FAILED);
        assertThat(it.focus.getLast().logs()).containsExactly(RunsFixture.FAILED_JOB);
        press(KeyCode.ESCAPE);
        assertThat(has("run")).isFalse();
        assertThat(node("runs-list").isFocused()).isTrue();
        assertThat(it.focus.getLast()).isEqualTo(Focus.NOWHERE);
    }

    @Test
    void choosesJobsWithTheArrows() {
        open(SEARCH_FAILED);
        assertThat(node("run-clock").isFocused()).isTrue();
        press(KeyCode.UP);
        assertThat(node("run-clock").getAccessibleText()).contains("build image");
        assertThat(it.focus.getLast().logs()).hasSize(1).doesNotContain(RunsFixture.FAILED_JOB);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(node("run-clock").getAccessibleText()).as("the last one").contains("deploy-staging");
        assertThat(this.<Label>node("log-words").getText()).contains("skipped");
    }

    @Test
    void proposesToRunAgain() {
        open(SEARCH_FAILED);
        Fx.act(() -> this.<Button>node("rerun-failed").fire());
        Fx.act(() -> this.<Button>node("rerun-job").fire());
        assertThat(it.intents).containsExactly(
                new Intent.RerunRun(SEARCH_FAILED, 1, new Intent.RerunRun.Scope.Failed(), false),
                new Intent.RerunRun(
                        SEARCH_FAILED, 1, new Intent.RerunRun.Scope.OneJob(15, "integration-tests"), false));
        assertThat(Objects.requireNonNull(node("cancel-run").getParent()).isVisible()).isFalse();
    }

    @Test
    void startsAnOptionalJobFromBesideIt() {
        Fx.act(() -> it.show(StartOffersTest.offering(true, false)));
        open(SEARCH_FAILED);
        assertThat(Objects.requireNonNull(node("start-job").getParent()).isVisible()).isFalse();
        for (int i = 0; i < 9; i++) {
            press(KeyCode.DOWN);
        }
        assertThat(node("run-clock").getAccessibleText()).contains("publish-docs");
        assertThat(Objects.requireNonNull(node("start-job").getParent()).isVisible()).isTrue();
        assertThat(Objects.requireNonNull(node("rerun-job").getParent()).isVisible()).isFalse();
        Fx.act(() -> this.<Button>node("start-job").fire());
        assertThat(it.intents).singleElement().isInstanceOf(Intent.ReviewDeployment.class);
    }

    @Test
    void proposesToCancelAndLeadsToTheApproval() {
        open(WEB_RELEASE);
        Fx.act(() -> this.<Button>node("cancel-run").fire());
        assertThat(it.intents).containsExactly(new Intent.CancelRun(WEB_RELEASE, 1, false));
        assertThat(node("rerun-all").isDisabled()).isTrue();
        assertThat(node("rerun-all").getAccessibleHelp()).isEqualTo("It waits and has not ended.");
        assertThat(node("run-banner").isVisible()).isTrue();
        Fx.act(() -> this.<Button>node("run-decide").fire());
        assertThat(it.places).containsExactly(new Place.AtApproval(WEB_RELEASE, "production"));
    }

    @Test
    void opensThePageInTheBrowser() {
        open(SEARCH_FAILED);
        Fx.act(() -> this.<Button>node("open-page").fire());
        assertThat(it.pages).containsExactly(URI.create("https://github.com/acme/search/actions/runs/641"));
        assertThat(node("open-page").getAccessibleHelp()).isEqualTo("github.com");
    }

    @Test
    void walksThroughErrorsAndWhatASearchFound() {
        open(SEARCH_FAILED);
        ListView<Integer> lines = node("log-lines");
        assertThat(lines.getItems()).as("the group is folded").hasSize(11);
        assertThat(lines.getSelectionModel().getSelectedIndex()).as("the first error").isEqualTo(4);
        press(KeyCode.F8);
        assertThat(lines.getSelectionModel().getSelectedIndex()).isEqualTo(10);
        pressCtrl(KeyCode.F);
        assertThat(node("log-search").isFocused()).isTrue();
        Fx.act(() -> this.<TextField>node("log-search").setText("artifact 39"));
        assertThat(this.<Label>node("log-found").getText()).isEqualTo("1 of 11");
        assertThat(lines.getItems()).as("what is found is unfolded").hasSize(412);
        assertThat(lines.getSelectionModel().getSelectedIndex()).isEqualTo(40);
        press(KeyCode.F3);
        assertThat(this.<Label>node("log-found").getText()).isEqualTo("2 of 11");
        press(KeyCode.ESCAPE);
        assertThat(lines.isFocused()).isTrue();
        assertThat(has("run")).as("the first Esc only left the search").isTrue();
    }

    @Test
    void copiesTheChosenLinesAsTheyAreSeen() {
        open(SEARCH_FAILED);
        Fx.act(() -> {
            ListView<Integer> lines = node("log-lines");
            lines.requestFocus();
            lines.getSelectionModel().clearAndSelect(9);
        });
        pressCtrl(KeyCode.C);
        String copied = Fx.run(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo("FAILED‹CR›PASSED\n");
    }

    @Test
    void opensALogAtALine() {
        assertThat(Fx.run(() -> it.screen.open(new Place.AtLog(RunsFixture.FAILED_JOB, 410)))).isTrue();
        ListView<Integer> lines = node("log-lines");
        assertThat(lines.getSelectionModel().getSelectedIndex()).as("behind the folded group").isEqualTo(8);
    }

    @Test
    void opensALogAtALineInsideAFoldedGroup() {
        assertThat(Fx.run(() -> it.screen.open(new Place.AtLog(RunsFixture.FAILED_JOB, 77)))).isTrue();
        ListView<Integer> lines = node("log-lines");
        assertThat(lines.getSelectionModel().getSelectedIndex()).isEqualTo(76);
    }

    @Test
    void opensTheKeptLogOfARunThatIsGoneAtItsLine() throws Exception {
        Path file = Files.writeString(folder.resolve("kept.log"), "line\n".repeat(300));
        it.kept.kept.put(GoneRunsTest.KEPT, new LogFile(file, Files.size(file)));
        Fx.act(() -> it.show(GoneRunsTest.missing()));
        assertThat(Fx.run(() -> it.screen.open(new Place.AtLog(GoneRunsTest.KEPT.job(), 210)))).isTrue();
        ListView<Integer> lines = node("log-lines");
        assertThat(lines.getSelectionModel().getSelectedIndex()).isEqualTo(209);
        assertThat(lines.isFocused()).as("there is nothing else to look at").isTrue();
        assertThat(this.<Label>node("run-gone-words").getText()).contains("Its kept log from 3 May 2026");
        assertThat(node("run-side").isVisible()).isFalse();
        assertThat(it.screen.node().lookupAll("*").stream().filter(RunButtons.class::isInstance))
                .as("nothing to press takes no room").isNotEmpty().noneMatch(Node::isManaged);
        assertThat(node("run-show").isVisible()).as("there is no run to show").isFalse();
        press(KeyCode.F8);
        press(KeyCode.ESCAPE);
        assertThat(has("run")).isFalse();
        open(SEARCH_FAILED);
        assertThat(node("run-gone").isVisible()).isFalse();
        assertThat(node("run-side").isVisible()).isTrue();
        assertThat(node("run-clock").isFocused()).isTrue();
    }

    @Test
    void leadsFromTheKeptLogToTheRunThatIsThere() throws Exception {
        JobKey old = new JobKey(SEARCH_FAILED, 4);
        it.kept.kept.put(
                new KeptLog(old, "CI", 641, "integration-tests", Conclusion.FAILURE, "main", SampleStates.NOW),
                new LogFile(Files.writeString(folder.resolve("kept.log"), "one\ntwo\n"), 8));
        Fx.act(() -> it.screen.open(new Place.AtLog(old, 2)));
        assertThat(this.<ListView<Integer>>node("log-lines").getItems()).hasSize(2);
        Fx.act(() -> this.<Button>node("run-show").fire());
        assertThat(node("run-gone").isVisible()).isFalse();
        assertThat(node("run-clock").getAccessibleText()).contains("integration-tests");
        assertThat(this.<ListView<Integer>>node("log-lines").getItems()).hasSize(11);
    }

    @Test
    void hidesTheTimes() {
        open(SEARCH_FAILED);
        assertThat(texts(".log-time")).contains("14:02:31");
        Fx.act(() -> this.<MenuButton>node("log-menu").getItems().get(1).fire());
        assertThat(texts(".log-time")).doesNotContain("14:02:31").anyMatch(text -> text.startsWith("+"));
        Fx.act(() -> this.<MenuButton>node("log-menu").getItems().get(2).fire());
        assertThat(texts(".log-time")).isEmpty();
    }

    @Test
    void looksAtNothingWhenHidden() {
        open(SEARCH_FAILED);
        Fx.act(it.screen::hidden);
        assertThat(it.focus.getLast()).isEqualTo(Focus.NOWHERE);
    }

    @Test
    void showsARunThatIsNotKnownYetAsBeingRead() {
        open(new dev.signalbox.domain.ci.RunId(SampleStates.repository("search"), 99));
        assertThat(it.focus.getLast().runs()).hasSize(1);
        assertThat(has("run")).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(has("run")).isFalse();
    }

    private void open(dev.signalbox.domain.ci.RunId run) {
        assertThat(Fx.run(() -> it.screen.open(new Place.AtRun(run)))).isTrue();
        Fx.act(() -> {
            it.screen.node().applyCss();
            it.screen.node().layout();
        });
    }

    private Set<String> texts(String selector) {
        return Fx.run(() -> {
            it.screen.node().layout();
            return new java.util.TreeSet<>(it.screen.node().lookupAll(selector).stream()
                    .filter(n -> n instanceof Label)
                    .map(n -> ((Label) n).getText())
                    .toList());
        });
    }

    private boolean has(String id) {
        return Fx.run(() -> it.screen.node().lookup("#" + id) != null);
    }

    private void press(KeyCode code) {
        fire(code, false);
    }

    private void pressCtrl(KeyCode code) {
        fire(code, true);
    }

    private void fire(KeyCode code, boolean control) {
        Fx.act(() -> {
            Node owner = stage.getScene().getFocusOwner();
            Event.fireEvent(
                    owner == null ? it.screen.node() : owner,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    // Ids and the kinds of their nodes belong together; a wrong pair fails in the test that uses it.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends Node> T node(String id) {
        return (T) Objects.requireNonNull(it.screen.node().lookup("#" + id), id);
    }
}
