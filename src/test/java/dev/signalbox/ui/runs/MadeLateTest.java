package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A screen is made when it is first looked at; by then a run may be open and its log there.
class MadeLateTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void showsTheRunThatWasOpenedBefore() {
        RunsFixture it = Fx.run(() -> opened(new RunsFixture().show(SampleStates.rich()), SampleRuns.WEB_RELEASE));
        Stage stage = Fx.show(() -> it.screen.node(), 980, 900);

        assertThat(words(stage, "run")).contains("web-frontend").doesNotContain("Reading the run…");
        Fx.act(stage::close);
    }

    @Test
    void showsTheLogThatWasReadBefore() {
        RunsFixture it = Fx.run(
                () -> opened(new RunsFixture().show(RunsFixture.withLog(folder)), SampleRuns.SEARCH_FAILED));
        Stage stage = Fx.show(() -> it.screen.node(), 980, 900);

        ListView<?> lines = (ListView<?>) Objects.requireNonNull(stage.getScene().lookup("#log-lines"));
        assertThat(lines.getItems()).isNotEmpty();
        Fx.act(stage::close);
    }

    private static RunsFixture opened(RunsFixture it, RunId run) {
        it.screen.open(new Place.AtRun(run));
        return it;
    }

    private static String words(Stage stage, String id) {
        List<Node> labels = Fx.run(() -> List.copyOf(
                Objects.requireNonNull(stage.getScene().lookup("#" + id)).lookupAll(".label")));
        return labels.stream().map(node -> ((Labeled) node).getText()).collect(Collectors.joining("\n"));
    }
}
