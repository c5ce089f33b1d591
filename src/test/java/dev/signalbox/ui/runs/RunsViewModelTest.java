package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleRuns.WEB_RELEASE;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.testing.SampleStates;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunsViewModelTest {

    private final List<Change> offered = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();
    private final List<URI> pages = new ArrayList<>();
    private final FakeKeptLogReader kept = new FakeKeptLogReader();
    private final RunsViewModel model =
            new RunsViewModel(offered::add, intents::add, pages::add, kept, Runnable::run, Runnable::run);

    @BeforeEach
    void show() {
        model.show(SampleStates.rich(), NOW);
        model.visible(true);
    }

    @Test
    void listsWhatPassesFilterAndSearch() {
        model.filter().set(RunFilter.WAITING);
        assertThat(model.rows().get()).extracting(RunRow::id).contains(WEB_RELEASE).hasSize(2);
        model.find("payments");
        assertThat(model.rows().get()).hasSize(1);
        model.find("zebra");
        assertThat(model.rows().get()).isEmpty();
        assertThat(model.emptyWords().get()).isEqualTo("No run matches “zebra”.");
        model.find("");
        model.filter().set(RunFilter.MINE);
        assertThat(model.emptyWords().get()).isEqualTo("No run is in this state.");
    }

    @Test
    void tellsReadingFromHavingNothing() {
        RunsViewModel fresh =
                new RunsViewModel(offered::add, intents::add, pages::add, kept, Runnable::run, Runnable::run);
        fresh.show(ConsoleState.EMPTY, NOW);
        assertThat(fresh.emptyWords().get()).isEqualTo("Reading the runs…");
        List<Run> none = List.of();
        fresh.show(
                RunsFixture.with(
                        ConsoleState.EMPTY,
                        new Change.RunsRead(SampleStates.repository("new"), new Answer.Good<>(none, NOW))),
                NOW);
        assertThat(fresh.emptyWords().get()).isEqualTo("There are no runs yet.");
    }

    @Test
    void looksCloselyAtTheOpenRunAndItsLogOnly() {
        assertThat(focus()).isEqualTo(Focus.NOWHERE);
        model.openRun(SEARCH_FAILED);
        assertThat(focus().runs()).containsExactly(SEARCH_FAILED);
        assertThat(focus().logs()).containsExactly(new JobKey(SEARCH_FAILED, 15));
        model.choose(ClockRow.Key.job(11));
        assertThat(focus().logs()).containsExactly(new JobKey(SEARCH_FAILED, 11));
        model.visible(false);
        assertThat(focus()).isEqualTo(Focus.NOWHERE);
        model.visible(true);
        model.close();
        assertThat(focus()).isEqualTo(Focus.NOWHERE);
    }

    @Test
    void saysItsFocusOnlyWhenItChanges() {
        model.openRun(SEARCH_FAILED);
        int before = offered.size();
        model.show(SampleStates.rich(), NOW.plusSeconds(1));
        assertThat(offered).hasSize(before);
    }

    @Test
    void looksAtARunBeforeAnythingIsKnownOfIt() {
        RunId unknown = new RunId(SampleStates.repository("search"), 7);
        model.openRun(unknown);
        assertThat(model.card().get()).isNull();
        assertThat(focus().runs()).isEqualTo(Set.of(unknown));
        assertThat(model.log().words().get()).isEqualTo("Jobs are being read…");
    }

    @Test
    void movesOverTheJobsAndStopsAtTheEnds() {
        model.openRun(SEARCH_FAILED);
        model.move(1);
        assertThat(card().job().number()).isEqualTo(16);
        model.move(1);
        assertThat(card().job().number()).isEqualTo(16);
        for (int i = 0; i < 10; i++) {
            model.move(-1);
        }
        assertThat(card().job().number()).isEqualTo(11);
        model.close();
        model.move(1);
        assertThat(model.card().get()).isNull();
    }

    @Test
    void forgetsTheChosenJobWithTheRun() {
        model.openRun(SEARCH_FAILED);
        model.choose(ClockRow.Key.job(11));
        model.close();
        model.openRun(SEARCH_FAILED);
        assertThat(card().job().number()).isEqualTo(15);
    }

    @Test
    void proposesOnlyWhatIsOffered() {
        model.openRun(WEB_RELEASE);
        card().offers().forEach(model::press);
        assertThat(intents).containsExactly(new Intent.CancelRun(WEB_RELEASE, 1, false));
    }

    @Test
    void opensTheRunsPage() {
        model.openPage();
        assertThat(pages).isEmpty();
        model.openRun(SEARCH_FAILED);
        model.openPage();
        assertThat(pages).containsExactly(URI.create("https://github.com/acme/search/actions/runs/641"));
    }

    @Test
    void opensNoPageThatIsNone() {
        Run run = new KnownRuns(SampleStates.rich()).find(SEARCH_FAILED).orElseThrow();
        Run hostile = new Run(
                run.id(), 2, run.workflow(), run.workflowName(), run.workflowPath(), run.number(), run.title(),
                run.event(),
                run.status(), run.conclusion(), run.branch(), run.headSha(), run.actor(), run.triggeredBy(),
                run.createdAt(), run.startedAt(), NOW, URI.create("file:///usr/bin/calculator"));
        model.show(
                RunsFixture.with(SampleStates.rich(), new Change.RunRead(run.id(), new Answer.Good<>(hostile, NOW))),
                NOW);
        model.openRun(run.id());
        model.openPage();
        assertThat(pages).isEmpty();
        assertThat(card().page()).isNull();
        assertThat(card().pageReason()).isEqualTo("Its address is none that may be opened.");
    }

    @Test
    void keepsTheListFreshWhenGoingBack() {
        model.openRun(SEARCH_FAILED);
        model.show(SampleStates.rich(), NOW.plusSeconds(120));
        model.close();
        assertThat(model.rows().get().getFirst().age()).isEqualTo("2 m ago");
    }

    private RunCard card() {
        return Objects.requireNonNull(model.card().get());
    }

    private Focus focus() {
        return offered.isEmpty() ? Focus.NOWHERE : ((Change.FocusMoved) offered.getLast()).focus();
    }
}
