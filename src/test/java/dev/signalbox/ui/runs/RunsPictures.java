package dev.signalbox.ui.runs;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.theme.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// Pictures of the runs screen with sample data, for people who change its looks. Not a test.
final class RunsPictures {

    private RunsPictures() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Fx.start();
        for (Theme theme : Theme.values()) {
            for (int width : new int[] {944, 1384}) {
                String end = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
                Fx.picture(() -> new RunsFixture().show(SampleStates.rich()).screen.node(), theme, width, 820,
                        folder.resolve("runs" + end));
                Fx.picture(() -> failed(folder, theme, width), theme, width, 820, folder.resolve("run" + end));
                Fx.picture(() -> failed(folder, theme, width), theme, width, 1_100, folder.resolve("run-tall" + end));
                Fx.picture(RunsPictures::again, theme, width, 820, folder.resolve("run-again" + end));
                Fx.picture(() -> gone(folder, theme, width), theme, width, 820, folder.resolve("run-gone" + end));
                Fx.picture(RunsPictures::going, theme, width, 820, folder.resolve("run-going" + end));
                Fx.picture(RunsPictures::triedAgain, theme, width, 820, folder.resolve("run-tried-again" + end));
                Fx.picture(RunsPictures::startable, theme, width, 820, folder.resolve("run-start-job" + end));
                Fx.picture(RunsPictures::waiting, theme, width, 820, folder.resolve("run-waiting" + end));
            }
        }
        System.exit(0);
    }

    private static Parent failed(Path folder, Theme theme, int width) {
        RunsFixture it = new RunsFixture().show(SampleStates.rich());
        it.screen.open(new Place.AtRun(SampleRuns.SEARCH_FAILED));
        // As it happens: the log comes when the screen has its size.
        StackPane place = new StackPane(it.screen.node());
        Scene before = new Scene(place, width, 820);
        theme.applyTo(before);
        place.applyCss();
        place.layout();
        it.show(RunsFixture.told(RunsFixture.withLog(requested(), folder, RunsFixture.sampleLog())));
        place.layout();
        place.getChildren().clear();
        return it.screen.node();
    }

    /// With two merge requests, as GitLab tells them.
    private static ConsoleState requested() {
        URI page = URI.create("https://gitlab.example.com/acme/search/-/merge_requests/118");
        return RunsFixture.requested(
                Connection.Kind.GITLAB,
                new ChangeRequest(118, "Tune ranking weights", "dev-1", ChangeRequest.State.MERGED,
                        SampleStates.NOW.minusSeconds(2_400), page),
                new ChangeRequest(97, "Index synonyms of products that nobody has searched for", "dev-3",
                        ChangeRequest.State.OPEN, null, null));
    }

    private static Parent again() {
        RunsFixture it = new RunsFixture().show(
                RunsFixture.tested(RunsFixture.again(RunsFixture.told(SampleStates.rich()))));
        it.screen.open(new Place.AtRun(SampleRuns.SEARCH_FAILED));
        return it.screen.node();
    }

    private static Parent gone(Path folder, Theme theme, int width) {
        RunsFixture it = new RunsFixture().show(GoneRunsTest.missing());
        StackPane place = new StackPane(it.screen.node());
        Scene before = new Scene(place, width, 820);
        theme.applyTo(before);
        it.kept.kept.put(GoneRunsTest.KEPT, RunsFixture.file(folder, RunsFixture.sampleLog()));
        it.screen.open(new Place.AtLog(GoneRunsTest.KEPT.job(), 405));
        place.applyCss();
        place.layout();
        place.getChildren().clear();
        return it.screen.node();
    }

    private static Parent going() {
        RunsFixture it = new RunsFixture().show(RunsFixture.going(SampleStates.rich()));
        it.screen.open(new Place.AtRun(RunsFixture.GOING));
        return it.screen.node();
    }

    /// A pipeline at GitLab in which a job was tried again.
    private static Parent triedAgain() {
        RunsFixture it = new RunsFixture().show(TriedAgainTest.atGitLab());
        it.screen.open(new Place.AtRun(SampleRuns.SEARCH_FAILED));
        return it.screen.node();
    }

    private static Parent startable() {
        RunsFixture it = new RunsFixture().show(StartOffersTest.offering(true, false));
        it.screen.open(new Place.AtLog(new JobKey(SampleRuns.SEARCH_FAILED, 90), 0));
        return it.screen.node();
    }

    private static Parent waiting() {
        RunsFixture it = new RunsFixture().show(SampleStates.rich());
        it.screen.open(new Place.AtRun(SampleRuns.WEB_RELEASE));
        return it.screen.node();
    }
}
