package dev.signalbox.ui.runs;

import dev.signalbox.ui.logs.LogView;
import dev.signalbox.ui.results.ArtifactsView;
import dev.signalbox.ui.results.FailingTestsView;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.StatusIcon;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One run: header, jobs on the clock, steps and log of the chosen job.
final class RunDetailView extends VBox {

    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final double NARROW = 1_240;
    private static final double CLOCK_LIMIT = 236;
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");

    private final RunsViewModel model;
    private final Navigation navigation;
    private final Label title = Texts.title("");
    private final Pill pill = new Pill();
    private final Label sub = Texts.sub("");
    private final RunButtons buttons;
    private final HBox head = new HBox(10);
    private final VBox top = new VBox(8);
    private final ProblemLine problem = new ProblemLine("run-problem");
    private final HBox banner = new HBox(10);
    private final Label bannerWords = Texts.wrapped("");
    private final Label clockHeading = Texts.section("");
    private final ClockView clock;
    private final ScrollPane clockScroll;
    private final Label pace = Texts.sub("");
    private final StepsView steps;
    private final AttemptsView attempts;
    private final NotesView notes = new NotesView();
    private final ChangesView changes;
    private final RequestsView requests;
    private final LogView log;
    private final GoneRunView gonePart;
    private final VBox clockCard;
    private final RunSideView side;
    private ClockRow.Key scrolledTo = ClockRow.Key.job(0);

    RunDetailView(RunsViewModel model, Navigation navigation) {
        this.model = model;
        this.navigation = navigation;
        setId("run");
        getStyleClass().add("sb-page");
        setMinWidth(0);
        buttons = new RunButtons(model);
        steps = new StepsView(buttons.jobButtons());
        clock = new ClockView(model);
        attempts = new AttemptsView(model::chooseAttempt, model::compareAttempt);
        changes = new ChangesView(model::openPage);
        requests = new RequestsView(model::openPage);
        clockScroll = new ScrollPane(clock);
        log = new LogView(model.log());
        layOutHead();
        layOutBanner();
        gonePart = new GoneRunView(model::showRun);
        clockCard = layOutClock();
        side = new RunSideView(List.of(
                attempts, steps, new FailingTestsView(model.results(), this::findInLog), notes, requests,
                changes, new ArtifactsView(model.results())));
        HBox bottom = new HBox(12, side, log);
        HBox.setHgrow(log, Priority.ALWAYS);
        VBox.setVgrow(bottom, Priority.ALWAYS);
        bottom.setMinHeight(140);
        getChildren().addAll(top, problem, banner, gonePart, clockCard, bottom);
        model.card().subscribe(this::refresh);
        model.gone().subscribe(this::refresh);
        refresh();
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
    }

    void takeFocus() {
        if (model.gone().get() != null) {
            log.takeFocus();
            return;
        }
        if (clock.getScene() == null) {
            applyCss(); // what scrolls gets into the scene only with the skin of its scroll pane
        }
        clock.requestFocus();
    }

    private void layOutHead() {
        Button back = Buttons.icon("run-back", Feather.ARROW_LEFT, "Back to all runs", model::close, "quiet");
        title.setMinWidth(80);
        sub.setMinWidth(0);
        sub.setPrefWidth(0);
        sub.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sub, Priority.ALWAYS);
        head.getChildren().addAll(back, title, pill, sub);
        head.setAlignment(Pos.CENTER_LEFT);
        buttons.setMinWidth(USE_PREF_SIZE);
        top.getChildren().add(head);
        widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() < NARROW;
            head.getChildren().remove(buttons);
            top.getChildren().remove(buttons);
            (narrow ? top : head).getChildren().add(buttons);
        });
    }

    private void layOutBanner() {
        banner.setId("run-banner");
        banner.getStyleClass().add("run-banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bannerWords, Priority.ALWAYS);
        bannerWords.setMaxWidth(Double.MAX_VALUE);
        Button decide = Buttons.of("run-decide", "Go to the approval", this::decide, "small");
        banner.getChildren().addAll(new StatusIcon(Mark.PEOPLE), bannerWords, decide);
    }

    private VBox layOutClock() {
        clockScroll.setFitToWidth(true);
        clockScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        clockScroll.setFocusTraversable(false);
        clockScroll.setMaxHeight(CLOCK_LIMIT);
        pace.setId("run-pace");
        pace.setMinWidth(USE_PREF_SIZE);
        clockHeading.setMinWidth(0);
        HBox heading = new HBox(12, clockHeading, Texts.gap(), pace);
        heading.setAlignment(Pos.BASELINE_LEFT);
        VBox card = new VBox(4, heading, clockScroll);
        card.getStyleClass().add("sb-card");
        return card;
    }

    private void refresh() {
        GoneRunCard gone = model.gone().get();
        boolean hadClock = clock.isFocused();
        gonePart.show(gone);
        Present.when(clockCard, gone == null);
        Present.when(side, gone == null && model.card().get() != null);
        buttons.setManaged(gone == null);
        show(gone == null ? model.card().get() : null);
        if (gone != null) {
            title.setText(gone.title());
            pill.setVisible(true);
            pill.show(gone.status(), Mark.IDLE);
            sub.setText(gone.sub());
            if (hadClock) {
                log.takeFocus();
            }
        }
    }

    private void show(@Nullable RunCard card) {
        boolean known = card != null;
        buttons.setVisible(known);
        pill.setVisible(known);
        if (card == null) {
            buttons.forget();
            title.setText(model.open().get() == null ? "" : "Reading the run…");
            sub.setText("");
            problem.show("", Mark.WARNING);
            hideBanner(true);
            pace.setText("");
            clock.show(ClockCard.EMPTY, ClockRow.Key.job(0));
            Texts.section(clockHeading, ClockCard.EMPTY.heading());
            steps.show("", List.of());
            return;
        }
        title.setText(card.title());
        pill.show(card.status(), card.mark());
        sub.setText(card.sub());
        problem.show(card.problem(), Mark.WARNING);
        bannerWords.setText(card.banner());
        hideBanner(card.banner().isEmpty());
        buttons.show(card);
        Texts.section(clockHeading, card.clock().heading());
        pace.setText(card.pace().words());
        pace.pseudoClassStateChanged(LATE, card.pace().late());
        clock.show(card.clock(), card.pointed());
        clockScroll.setMinHeight(Math.min(CLOCK_LIMIT, clock.prefHeight(-1) + 2));
        steps.show(card.job().name(), card.job().steps());
        attempts.show(card.attempts());
        notes.show(card.notes());
        changes.show(card.changes());
        requests.show(card.requests());
        scrollTo(card.pointed());
    }

    private void hideBanner(boolean hidden) {
        Present.when(banner, !hidden);
    }

    private void scrollTo(ClockRow.Key line) {
        double hidden = clock.prefHeight(-1) - CLOCK_LIMIT;
        if (!line.equals(scrolledTo) && hidden > 0) {
            clockScroll.setVvalue(Math.clamp((clock.placeOf(line) - CLOCK_LIMIT / 2) / hidden, 0, 1));
        }
        scrolledTo = line;
    }

    /// Looks for a text in the log of the chosen job, as if it were typed.
    private void findInLog(String text) {
        if (log.lookup("#log-search") instanceof TextField search) {
            search.setText(text);
            search.requestFocus();
        }
    }

    private void decide() {
        RunCard card = model.card().get();
        if (card != null && !card.banner().isEmpty()) {
            navigation.go(new Place.AtApproval(card.id(), card.waitsFor()));
        }
    }

    private void pressed(KeyEvent key) {
        if (FIND.match(key)) {
            log.find();
        } else if (key.getCode() == KeyCode.ESCAPE && key.getTarget() instanceof ListView<?>) {
            model.close(); // a list would keep the key to itself
        } else if (key.getCode() == KeyCode.F8) {
            if (key.isShiftDown()) {
                model.log().previousError();
            } else {
                model.log().nextError();
            }
        } else if (key.getCode() == KeyCode.F3) {
            if (key.isShiftDown()) {
                model.log().previousHit();
            } else {
                model.log().nextHit();
            }
        } else {
            return;
        }
        key.consume();
    }

    private void leave(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            model.close();
            key.consume();
        }
    }
}
