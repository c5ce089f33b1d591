package dev.signalbox.ui.board;

import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.KeyHint;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.Present;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The drawer: everything about a service in one environment, and the way back. Parts are rebuilt only when what they
/// show has changed, so that the keyboard's place is kept while ages tick.
final class DrawerView extends BorderPane {

    private static final double WIDE = 372;
    private static final double NARROW = 312;

    private final BoardViewModel model;
    private final PodLogViewModel podLog;
    private final LinePool<DrawerRow.RevisionRow, RevisionLine> revisionLines;
    private final LinePool<DrawerRow.PodRow, PodLine> podLines;
    private final Label title = Texts.heading("");
    private final Pill status = new Pill();
    private final ProblemLine problem = new ProblemLine("drawer-problem");
    private final FactsGrid facts;
    private final KeyHint rollBackKeys = new KeyHint("Ctrl R");
    private final Button rollBack =
            Buttons.of("roll-back", Feather.CORNER_UP_LEFT, "Roll back", this::pressRollBack, "strong-danger", "big");
    private final Label wayBack = Texts.wrapped("", "sb-sub");
    private final VBox revisions = new VBox(5);
    private final Label changesHeading = Texts.section("What changed");
    private final VBox changes = new VBox(3);
    private final Label podsHeading = Texts.section("Pods");
    private final VBox pods = new VBox(4);
    private final Label morePods = Texts.sub("");
    private final ReleasesSection releases;
    private final OthersSection others;
    private final FlowPane actions = new FlowPane(8, 8);
    private final Button nextTarget = Buttons.of("next-target", "Next target", () -> {}, "small");
    private @Nullable DrawerRow shown;

    DrawerView(
            BoardViewModel model, Navigation navigation, Consumer<URI> openPage, PodLogViewModel podLog) {
        this.model = model;
        this.podLog = podLog;
        revisionLines = new LinePool<>(revisions, () -> new RevisionLine(model::press), RevisionLine::show);
        podLines = new LinePool<>(pods, () -> new PodLine(this::openLog), PodLine::show);
        releases = new ReleasesSection(openPage);
        others = new OthersSection(model::press);
        facts = new FactsGrid(run -> navigation.go(new Place.AtRun(run)));
        setId("drawer");
        getStyleClass().addAll("sb-side", "right");
        narrow(false);
        setTop(layOutTop());
        setCenter(layOutContent());
        setBottom(actions);
        actions.getStyleClass().add("drawer-actions");
        model.drawer().subscribe(this::show);
    }

    /// Makes room for the board in a narrow window.
    void narrow(boolean narrow) {
        double width = narrow ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    private Node layOutTop() {
        Button close = Buttons.icon("close-drawer", Feather.X, "Close (Esc)", model::closeDrawer, "quiet", "small");
        HBox top = new HBox(8, title, Texts.gap(), status, close);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("drawer-top");
        title.setMinWidth(0);
        return top;
    }

    private Node layOutContent() {
        rollBack.setMaxWidth(Double.MAX_VALUE);
        HBox hint = new HBox(8, wayBack, Texts.gap(), rollBackKeys);
        hint.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(wayBack, javafx.scene.layout.Priority.ALWAYS);
        nextTarget.setOnAction(e -> model.nextTarget());
        morePods.setId("more-pods");
        VBox content = new VBox(
                12, problem, facts, nextTarget, rollBack, hint, Texts.section("Revisions"), revisions, changesHeading,
                changes, podsHeading, new VBox(4, pods, morePods), releases, others);
        content.getStyleClass().add("drawer-content");
        content.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void openLog(String pod) {
        if (shown != null && shown.workload() != null) {
            podLog.open(shown.workload(), pod);
        }
    }

    private void pressRollBack() {
        model.rollBack();
    }

    private void show(@Nullable DrawerRow row) {
        Present.when(this, row != null);
        DrawerRow before = shown;
        shown = row;
        if (row == null) {
            return;
        }
        title.setText(row.title());
        status.show(row.status(), row.mark());
        problem.show(row.problem(), Mark.WARNING);
        facts.show(row.facts());
        showWayBack(row);
        boolean several = row.workload() != null && severalTargets(row);
        Present.when(nextTarget, several);
        revisionLines.show(row.revisions());
        if (before == null || !before.changes().equals(row.changes())) {
            showChanges(row.changes());
        }
        podLines.show(row.pods());
        podsHeading.setVisible(!row.pods().isEmpty());
        morePods.setText(row.morePods());
        Present.when(morePods, !row.morePods().isEmpty());
        releases.show(row.releases());
        others.show(row.others());
        if (before == null || !before.actions().equals(row.actions())) {
            rebuild(actions, row.actions().stream().map(this::action).toList());
        }
    }

    private boolean severalTargets(DrawerRow row) {
        Selection at = model.selection().get();
        return at != null
                && model.service(at.service()).stream()
                        .flatMap(s -> s.targets().stream())
                        .filter(t -> t.environment().equals(at.environment()))
                        .count() > 1;
    }

    private void showWayBack(DrawerRow row) {
        boolean there = row.rollBack().isPresent();
        Present.when(rollBack, there);
        Present.when(rollBackKeys, there);
        row.rollBack().ifPresent(offer -> {
            rollBack.setText(offer.words());
            rollBack.setAccessibleText(offer.words() + ", " + offer.explanation());
            rollBack.setDisable(!offer.enabled());
            rollBack.getStyleClass().removeAll("strong-danger", "soft-danger");
            boolean urgent = row.mark() == Mark.BAD || row.mark() == Mark.ALERT;
            rollBack.getStyleClass().add(urgent ? "strong-danger" : "soft-danger");
        });
        String words = row.rollBack().map(DrawerRow.Offer::explanation).orElse(row.noWayBack());
        wayBack.setText(words);
        Node hint = Objects.requireNonNull(wayBack.getParent());
        Present.when(hint, !words.isEmpty());
    }

    private void showChanges(DrawerRow.Changes row) {
        boolean there = !row.heading().isEmpty();
        changesHeading.setVisible(there);
        changesHeading.setText(row.heading());
        List<Node> nodes = new ArrayList<>();
        for (DrawerRow.CommitRow commit : row.commits()) {
            Label sha = Texts.mono(commit.sha());
            sha.getStyleClass().add("sb-link");
            sha.setMinWidth(USE_PREF_SIZE);
            Label subject = Texts.sub(commit.subject());
            subject.setTooltip(new Tooltip(commit.subject()));
            HBox line = new HBox(6, sha, subject);
            line.setAlignment(Pos.BASELINE_LEFT);
            nodes.add(line);
        }
        if (!row.note().isEmpty()) {
            nodes.add(Texts.wrapped(row.note(), "sb-sub"));
        }
        changes.getChildren().setAll(nodes);
    }

    private Node action(DrawerRow.Offer offer) {
        Button button = Buttons.of(offer.id(), offer.words(), () -> model.press(offer), "small");
        button.setDisable(!offer.enabled());
        // A disabled button shows no tooltip, so the words hang on what surrounds it.
        HBox place = new HBox(button);
        Tooltip.install(place, new Tooltip(offer.explanation()));
        button.setAccessibleHelp(offer.explanation());
        return place;
    }

    private static void rebuild(javafx.scene.layout.Pane pane, List<Node> nodes) {
        pane.getChildren().setAll(nodes);
    }
}
