package dev.signalbox.ui.results;

import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.ResultNews;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.runs.RunsScreen;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;

/// Pictures of a failed run with its tests and artifacts, for people who change its looks. Not a test.
final class ResultsPictures {

    private ResultsPictures() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Fx.start();
        for (Theme theme : Theme.values()) {
            for (int width : new int[] {944, 1384}) {
                String end = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
                Fx.picture(ResultsPictures::failed, theme, width, 1_200, folder.resolve("results" + end));
            }
        }
        System.exit(0);
    }

    private static Parent failed() {
        RunsScreen screen =
                new RunsScreen(
                        change -> {}, intent -> {}, place -> {}, page -> {}, (job, found, absent) -> absent.accept(""),
                        Runnable::run, Runnable::run);
        ArtifactSave wish = ArtifactSave.wanted(SampleResults.IMAGE, Path.of("/home/ada"), ArtifactSave.Form.FILES);
        List<Change> changes = List.of(
                SampleResults.firstSeen(),
                SampleResults.listed(SampleResults.REPORTS, SampleResults.OLD, SampleResults.IMAGE),
                SampleResults.news(new ResultNews.Saving(wish)),
                SampleResults.news(new ResultNews.Saving(wish.failed("The entry “../x” leads out of its folder"))));
        ConsoleState state = new Reducer().apply(SampleStates.rich(), changes);
        screen.show(state, SampleResults.NOW);
        screen.open(new Place.AtRun(SampleRuns.SEARCH_FAILED));
        screen.show(state, SampleResults.NOW);
        return screen.node();
    }
}
