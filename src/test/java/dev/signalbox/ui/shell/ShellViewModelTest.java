package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogLink;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ShellViewModelTest {

    private final ShellViewModel model = new ShellViewModel();
    private final List<String> calls = new ArrayList<>();
    private final Recorded board = new Recorded("board", false);
    private final Recorded runs = new Recorded("runs", true);

    @BeforeEach
    void showBoard() {
        model.show(List.of(board, runs));
        model.go(0);
        calls.clear();
    }

    @Test
    void goesWhereAPastedLinkLeads() {
        List<Place> went = new ArrayList<>();
        JobKey job = new JobKey(SampleRuns.SEARCH_FAILED, 15);
        List<PaletteEntry> typed = new StateEntries(went::add).typed(" " + new LogLink(job, 406).text() + " ");
        assertThat(typed).extracting(PaletteEntry::title).containsExactly("Open this log at line 406");
        typed.getFirst().choose().run();
        assertThat(went).containsExactly(new Place.AtLog(job, 406));
        assertThat(new StateEntries(went::add).typed("checkout")).isEmpty();
        assertThat(new StateEntries(went::add).typed(new LogLink(job, 0).text()))
                .extracting(PaletteEntry::title)
                .containsExactly("Open this log");
    }

    @Test
    void showsTheNewestStateOnlyToTheVisibleScreen() {
        model.show(SampleStates.rich(), NOW);
        assertThat(calls).containsExactly("board shows");
    }

    @Test
    void tellsScreensWhenTheyComeAndGo() {
        model.go(new Place.AtScreen("runs"));
        assertThat(calls).containsExactly("board hidden", "runs shows", "runs shown");
        assertThat(model.currentProperty().get()).isSameAs(runs);
    }

    @Test
    void goesToTheScreenThatKnowsThePlace() {
        model.go(new Place.AtRun(SampleRuns.WEB_RELEASE));
        assertThat(model.currentProperty().get()).isSameAs(runs);
        assertThat(calls).contains("runs opens");
    }

    @Test
    void staysWhereItIsWhenNobodyKnowsThePlace() {
        model.go(new Place.AtScreen("nowhere"));
        model.go(9);
        assertThat(model.currentProperty().get()).isSameAs(board);
        assertThat(calls).isEmpty();
    }

    @Test
    void findsServicesRunsAndCommitsInTheState() {
        List<Place> went = new ArrayList<>();
        List<PaletteEntry> entries = new StateEntries(went::add).entries(SampleStates.rich(), NOW);
        assertThat(entries).extracting(PaletteEntry::title)
                .contains("checkout", "search · CI #641", "e51f0ab");
        entries.stream().filter(e -> e.title().equals("checkout")).forEach(e -> e.choose().run());
        entries.stream().filter(e -> e.title().equals("search · CI #641")).forEach(e -> e.choose().run());
        assertThat(went).containsExactly(
                new Place.AtService("checkout"), new Place.AtRun(SampleRuns.SEARCH_FAILED));
    }

    private final class Recorded implements Screen {

        private final String id;
        private final boolean opens;
        private final Pane node = new Pane();

        Recorded(String id, boolean opens) {
            this.id = id;
            this.opens = opens;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public Feather icon() {
            return Feather.GRID;
        }

        @Override
        public Parent node() {
            return node;
        }

        @Override
        public void show(ConsoleState state, Instant now) {
            calls.add(id + " shows");
        }

        @Override
        public void shown() {
            calls.add(id + " shown");
        }

        @Override
        public void hidden() {
            calls.add(id + " hidden");
        }

        @Override
        public boolean open(Place place) {
            if (opens) {
                calls.add(id + " opens");
            }
            return opens;
        }
    }
}
