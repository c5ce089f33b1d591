package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.SafePage;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.ui.bridge.Workshop;
import dev.signalbox.ui.logs.LogViewModel;
import dev.signalbox.ui.logs.ShownLog;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.results.ResultsViewModel;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The list of runs, the run that is open and its chosen job.
final class RunsViewModel implements ClockView.Hand {

    static final String SCREEN = "runs";

    private final Consumer<Change> offer;
    private final Proposals proposals;
    private final Consumer<URI> openPage;
    private final LogViewModel log;
    private final ResultsViewModel results;
    private final KeptLogSight sight;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private final RunDesk desk = new RunDesk();
    private final Workshop<RunQuestion, RunPage> list;
    private String search = "";
    private RunQuestion wanted = new RunQuestion(state, now, RunFilter.ALL, search);
    private RunChoice choice = RunChoice.NONE;
    private boolean visible;
    private Focus focus = Focus.NOWHERE;

    private final ObjectProperty<RunFilter> filter = new SimpleObjectProperty<>(RunFilter.ALL);
    private final ReadOnlyObjectWrapper<List<RunRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<RunFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper emptyWords = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable RunId> open = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable RunCard> card = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable GoneRunCard> gone = new ReadOnlyObjectWrapper<>(null);

    RunsViewModel(
            Consumer<Change> offer, Proposals proposals, Consumer<URI> openPage, KeptLogReader keptLogs,
            Executor background, Executor fx) {
        this.offer = offer;
        this.proposals = proposals;
        this.openPage = openPage;
        log = new LogViewModel(background, fx);
        list = new Workshop<>(background, fx, desk::answer, this::take);
        results = new ResultsViewModel(offer);
        sight = new KeptLogSight(keptLogs, this::refreshCard);
        filter.addListener((property, before, next) -> relist());
    }

    // Properties

    ObjectProperty<RunFilter> filter() {
        return filter;
    }

    ReadOnlyObjectProperty<List<RunRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<RunFilter, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    /// Whether the rows answer what is looked for, and not what was looked for before.
    ReadOnlyBooleanProperty listed() {
        return listed.getReadOnlyProperty();
    }

    /// Said in place of rows when there are none.
    ReadOnlyStringProperty emptyWords() {
        return emptyWords.getReadOnlyProperty();
    }

    /// The run that is open instead of the list; its card is missing while nothing is known of it.
    ReadOnlyObjectProperty<@Nullable RunId> open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RunCard> card() {
        return card.getReadOnlyProperty();
    }

    /// Shown in place of the card when the run, or the job that somebody goes to, is not to be had any more.
    ReadOnlyObjectProperty<@Nullable GoneRunCard> gone() {
        return gone.getReadOnlyProperty();
    }

    ResultsViewModel results() {
        return results;
    }

    LogViewModel log() {
        return log;
    }

    // Commands

    void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        if (open.get() == null) {
            relist();
        }
        refreshCard();
    }

    void find(String text) {
        search = text;
        relist();
    }

    void openRun(RunId run) {
        sight.forget();
        choice = RunChoice.NONE;
        open.set(run);
        refreshCard();
    }

    /// Goes to a line of a log: that of the provider, or the kept one when the run is gone there.
    ///
    /// @param line from 1; 0 for wherever the log opens
    void openLog(JobKey job, int line) {
        choice = RunChoice.NONE.on(ClockRow.Key.job(job.job()));
        open.set(job.run());
        sight.want(job, line);
        refreshCard();
    }

    /// Shows the run although it has not the job that somebody went to.
    void showRun() {
        choose(RunChoice.NONE);
    }

    /// Back to the list.
    void close() {
        open.set(null);
        show(state, now);
    }

    /// Shows another attempt.
    void chooseAttempt(int number) {
        choose(choice.at(number));
    }

    /// Compares the shown attempt with another one.
    void compareAttempt(int number) {
        choose(choice.beside(number));
    }

    @Override
    public void choose(ClockRow.Key key) {
        choose(choice.on(key));
    }

    @Override
    public void move(int by) {
        RunCard shown = card.get();
        if (shown == null || shown.clock().rows().isEmpty()) {
            return;
        }
        List<ClockRow.Key> keys = shown.clock().rows().stream().map(ClockRow::key).toList();
        choose(keys.get(Math.clamp(keys.indexOf(shown.pointed()) + by, 0, keys.size() - 1)));
    }

    @Override
    public void fold(boolean folded) {
        RunCard shown = card.get();
        if (shown == null) {
            return;
        }
        shown.clock().rows().stream()
                .filter(r -> r.key().equals(shown.pointed()) && !r.group().isEmpty())
                .findFirst()
                .ifPresent(r -> choose(choice.on(ClockRow.Key.group(r.group())).folded(r.group(), folded)));
    }

    @Override
    public void toggle(ClockRow.Key group) {
        RunCard shown = card.get();
        if (shown != null) {
            shown.clock().rows().stream().filter(r -> r.key().equals(group)).findFirst().ifPresent(
                    r -> choose(choice.folded(group.group(), r.fold() == ClockRow.Fold.UNFOLDED)));
        }
    }

    void press(RunCard.Offer chosen) {
        if (chosen.intent() != null) {
            proposals.propose(chosen.intent());
        }
    }

    /// The same with debug logging.
    void pressDebug(RunCard.Offer chosen) {
        if (chosen.debug() != null) {
            proposals.propose(chosen.debug());
        }
    }

    /// Opens the page of a commit or of anything else that a card names.
    void openPage(URI page) {
        if (SafePage.mayOpen(page)) {
            openPage.accept(page);
        }
    }

    void openPage() {
        RunCard shown = card.get();
        if (shown != null && shown.page() != null) {
            openPage.accept(shown.page());
        }
    }

    /// Only what is visible is read closely.
    void visible(boolean isVisible) {
        visible = isVisible;
        refreshFocus();
    }

    private void relist() {
        RunQuestion next = new RunQuestion(state, now, filter.get(), search);
        listed.set(listed.get() && next.asksAs(wanted));
        wanted = next;
        list.want(next);
    }

    private void take(RunPage page) {
        counts.set(page.counts());
        rows.set(page.rows());
        emptyWords.set(page.emptyWords());
        listed.set(page.question().asksAs(wanted));
    }

    private void choose(RunChoice next) {
        sight.forget();
        choice = next;
        refreshCard();
    }

    private void refreshCard() {
        RunId run = open.get();
        RunCard next = run == null ? null : RunCards.of(state, run, choice, now).orElse(null);
        card.set(next);
        GoneRunCard missing =
                run == null ? null : GoneRuns.of(state, run, next, sight.wanted(), now).orElse(null);
        gone.set(missing);
        showLog(next == null ? RunCard.ChosenJob.NONE : next.job(), missing);
        results.show(state, run, next == null ? 0 : next.attempts().shown(), now);
        refreshFocus();
    }

    private void showLog(RunCard.ChosenJob job, @Nullable GoneRunCard missing) {
        ShownLog shown = missing == null ? JobLogs.of(state, job) : missing.log();
        log.show(shown);
        JobKey wanted = sight.wanted().job();
        boolean isWanted = missing == null
                ? wanted != null && wanted.job() == job.number()
                : shown.file() != null;
        int line = isWanted ? sight.takeLine() : 0;
        if (line > 0) {
            log.openAt(line);
        }
    }

    private void refreshFocus() {
        RunId run = open.get();
        RunCard shown = card.get();
        Focus next = visible && run != null ? RunFocus.of(run, shown) : Focus.NOWHERE;
        if (!next.equals(focus)) {
            focus = next;
            offer.accept(new Change.FocusMoved(SCREEN, next));
        }
    }
}
