package dev.signalbox.ui.results;

import static dev.signalbox.ui.results.SampleResults.NOW;
import static dev.signalbox.ui.results.SampleResults.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.ArtifactSave.Form;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.ResultNews;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsViewsTest {

    private final List<Change> offered = new ArrayList<>();
    private final List<String> searched = new ArrayList<>();
    private final ResultsViewModel model = new ResultsViewModel(offered::add);
    private ConsoleState state = SampleStates.rich();
    private @Nullable Path chosen = Path.of("/home/ada/saved");
    private VBox root = new VBox();
    private @Nullable Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        root = Fx.run(() -> new VBox(
                new FailingTestsView(model, searched::add),
                new ArtifactsView(model, window -> Optional.ofNullable(chosen))));
        stage = Fx.show(() -> root, 290, 700);
    }

    @AfterEach
    void close() {
        Fx.act(Objects.requireNonNull(stage)::close);
    }

    @Test
    void showsTheFailingTestInTheHeadingAndByName() {
        show(SampleResults.firstSeen());
        assertThat(text("run-tests-fold")).isEqualTo("FAILING TESTS · 1 NEW, 0 KNOWN");
        assertThat(name().getText()).isEqualTo("RankingIT.keeps_order_for_ties");
        assertThat(name().getAccessibleText()).contains("expected [a, b] but was [b, a]", "first seen in this run");
    }

    @Test
    void findsTheTestInTheLogWhenItsNameIsPressed() {
        show(SampleResults.firstSeen());
        Fx.act(() -> name().fire());
        assertThat(searched).containsExactly("keeps_order_for_ties");
    }

    @Test
    void showsAndHidesTheTrace() {
        show(SampleResults.firstSeen());
        Button toggle = (Button) node("test-trace");
        Fx.act(toggle::fire);
        assertThat(((TextArea) Fx.run(() -> Objects.requireNonNull(root.lookup(".test-trace")))).getText())
                .contains("RankingIT.java:88");
        assertThat(toggle.getText()).isEqualTo("Hide trace");
        show();
        assertThat(toggle.getScene()).isNotNull();
        Fx.act(toggle::fire);
        assertThat(Fx.<Boolean>run(() -> root.lookup(".test-trace") == null)).isTrue();
    }

    @Test
    void copiesNameMessageAndTrace() {
        show(SampleResults.firstSeen());
        Fx.act(() -> ((Button) node("test-copy")).fire());
        assertThat(Fx.run(() -> Clipboard.getSystemClipboard().getString()))
                .contains("dev.acme.RankingIT.keeps_order_for_ties", "expected [a, b]", "RankingIT.java:88");
    }

    @Test
    void takesNoRoomWhileThereIsNothingToSay() {
        Fx.act(() -> model.show(ConsoleState.EMPTY, null, 1, NOW));
        assertThat(node("run-tests").isVisible()).isFalse();
        show(SampleResults.firstSeen());
        assertThat(node("run-tests").isVisible()).isTrue();
    }

    @Test
    void asksForTheReportsOnceMoreEachTime() {
        Change lying = SampleResults.read(
                new dev.signalbox.domain.report.RunReports(List.of(), List.of(), List.of("“x” was not read")),
                java.util.Map.of(), 0);
        show(lying);
        Fx.act(() -> ((Button) node("run-tests-read")).fire());
        assertThat(offered).containsExactly(SampleResults.news(new ResultNews.ReportsWanted(1)));
        show(offered.getFirst());
        Fx.act(() -> ((Button) node("run-tests-read")).fire());
        assertThat(offered).last().isEqualTo(SampleResults.news(new ResultNews.ReportsWanted(2)));
    }

    @Test
    void savesIntoTheFolderThatSomebodyChose() {
        show(SampleResults.listed(REPORTS));
        Fx.act(() -> menu().getItems().get(0).fire());
        Fx.act(() -> menu().getItems().get(1).fire());
        Path folder = Path.of("/home/ada/saved");
        assertThat(offered).containsExactly(
                SampleResults.news(new ResultNews.Saving(ArtifactSave.wanted(REPORTS, folder, Form.FILES))),
                SampleResults.news(new ResultNews.Saving(ArtifactSave.wanted(REPORTS, folder, Form.ARCHIVE))));
    }

    @Test
    void savesNothingWhenNoFolderIsChosen() {
        chosen = null;
        show(SampleResults.listed(REPORTS));
        Fx.act(() -> menu().getItems().get(0).fire());
        assertThat(offered).isEmpty();
    }

    @Test
    void stopsASavingAndSaysHowFarItIs() {
        ArtifactSave wish = ArtifactSave.wanted(REPORTS, Path.of("/home/ada"), Form.FILES);
        show(SampleResults.listed(REPORTS), SampleResults.news(new ResultNews.Saving(wish)));
        Button stop = (Button) node("artifact-stop-820401");
        ArtifactSave further = wish.at(ArtifactSave.Stage.FETCHING, 24_000);
        show(SampleResults.news(new ResultNews.Saving(further)));
        assertThat(node("artifact-stop-820401")).as("the button stays where the keyboard is").isSameAs(stop);
        Fx.act(stop::fire);
        assertThat(offered).containsExactly(SampleResults.news(new ResultNews.Saving(further.stopped())));
    }

    @Test
    void saysWhyThereAreNoArtifacts() {
        show(SampleResults.listed());
        assertThat(text("run-artifacts-words")).isEqualTo("No artifacts were left.");
    }

    private void show(Change... changes) {
        state = new Reducer().apply(state, List.of(changes));
        Fx.act(() -> {
            model.show(state, SampleRuns.SEARCH_FAILED, 1, NOW);
            root.applyCss();
            root.layout();
        });
    }

    private Hyperlink name() {
        return (Hyperlink) Fx.run(() -> Objects.requireNonNull(root.lookup(".test-name")));
    }

    private MenuButton menu() {
        return (MenuButton) node("artifact-save-820401");
    }

    private Node node(String id) {
        return Fx.run(() -> Objects.requireNonNull(root.lookup("#" + id)));
    }

    private String text(String id) {
        return ((Labeled) node(id)).getText();
    }
}
