package dev.signalbox.ui.approvals;

import dev.signalbox.ui.approvals.ApprovalCard.CommitLine;
import dev.signalbox.ui.approvals.ApprovalCard.Line;
import dev.signalbox.ui.plan.StepsView;
import dev.signalbox.ui.shell.Navigation;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Lamp;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Pill;
import dev.signalbox.ui.widget.ProblemLine;
import dev.signalbox.ui.widget.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One decision: what the run has shown, who has said what, what changes, what will be sent.
final class ApprovalView extends VBox {

    /// So many characters of a name and what is said of it fit into the column of people at its narrowest.
    private static final int BESIDE = 26;

    private final ApprovalsViewModel model;
    private final Label title = Texts.title("");
    private final Pill versions = Pill.plain("");
    private final Pill pill = new Pill();
    private final Label run = Texts.sub("");
    private final Button open;
    private final ProblemLine problem = new ProblemLine("approval-problem");
    private final Label jobsHeading = Texts.section("");
    private final VBox jobs = new VBox();
    private final Label peopleHeading = Texts.section("");
    private final VBox people = new VBox(5);
    private final Label changesHeading = Texts.section("");
    private final VBox commits = new VBox(3);
    private final Label changesNote = Texts.wrapped("", "sb-sub");
    private final StepsView steps = new StepsView("approval-steps");
    private final Label planWords = Texts.wrapped("", "sb-sub");
    private final RuleBox rules;
    private final TextField comment = new TextField();
    private final Button reject;
    private final Button approve;
    private final Label promise = Texts.wrapped("", "sb-sub");
    private final ProblemLine blocked = new ProblemLine("approval-blocked");
    private @Nullable ApprovalCard shown;

    ApprovalView(ApprovalsViewModel model, Navigation navigation) {
        this.model = model;
        rules = new RuleBox(model::choose);
        reject = Buttons.of("approval-reject", "Reject…", model::reject, "soft-danger");
        approve = Buttons.of("approval-approve", Feather.CHECK, "Approve…", model::approve, "go");
        setId("approval");
        getStyleClass().add("sb-page");
        versions.getStyleClass().addAll("sb-mono", "tone-run");
        open = Buttons.of("approval-run", Feather.PLAY, "Open the run", () -> {
            if (shown != null) {
                navigation.go(new Place.AtRun(shown.key().run()));
            }
        }, "small");
        run.setMinWidth(0);
        HBox first = new HBox(10, title, versions, Texts.gap(), open);
        first.setAlignment(Pos.CENTER_LEFT);
        HBox second = new HBox(10, pill, run);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(4, first, second);
        setMinWidth(0);

        ScrollPane scroll = new ScrollPane(layOutCards());
        scroll.setId("approval-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("What is decided on");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, problem, scroll, blocked, rules, layOutDecision(), promise);
    }

    void takeComment() {
        comment.requestFocus();
    }

    /// Approves; where a rule has to be chosen first, leads there.
    void approve() {
        if (shown != null && shown.choices().isOpen()) {
            rules.takeFocus();
        } else {
            model.approve();
        }
    }

    void show(ApprovalCard card) {
        if (card.equals(shown)) {
            return;
        }
        ApprovalCard before = shown;
        shown = card;
        title.setText(card.title());
        versions.setText(card.from().isEmpty() ? card.to() : card.from() + " → " + card.to());
        pill.show(card.pill(), card.pillMark());
        run.setText(card.run());
        name(open, card.open());
        problem.show(card.problem(), Mark.WARNING);
        Texts.section(jobsHeading, card.jobsHeading());
        Texts.section(peopleHeading, card.peopleHeading());
        Texts.section(changesHeading, card.changesHeading());
        if (before == null || !before.jobs().equals(card.jobs())) {
            jobs.getChildren().setAll(card.jobs().isEmpty()
                    ? List.of(Texts.sub("Its jobs were not read yet."))
                    : card.jobs().stream().map(ApprovalView::job).toList());
        }
        if (before == null || !before.people().equals(card.people())) {
            people.getChildren().setAll(card.people().stream().map(ApprovalView::person).toList());
        }
        if (before == null || !before.commits().equals(card.commits())) {
            commits.getChildren().setAll(card.commits().stream().map(ApprovalView::commit).toList());
        }
        changesNote.setText(card.changesNote());
        changesNote.setManaged(!card.changesNote().isEmpty());
        changesNote.getStyleClass().remove("sb-warn");
        if (card.changesWarn()) {
            changesNote.getStyleClass().add("sb-warn");
        }
        steps.show(card.steps());
        planWords.setText(String.join(" ", card.warnings()) + card.planWords());
        planWords.setManaged(!planWords.getText().isEmpty());
        promise.setText(card.promise());
        blocked.show(card.blocked(), Mark.PAUSED);
        rules.show(card.choices());
        name(approve, card.choices().approve());
        name(reject, card.choices().reject());
    }

    private GridPane layOutCards() {
        VBox jobsCard = card(jobsHeading, jobs);
        VBox planCard = card(Texts.section("What will happen when you approve"), steps, planWords);
        VBox left = new VBox(12, jobsCard, planCard);
        changesHeading.setWrapText(true);
        VBox right = new VBox(12, card(changesHeading, commits, changesNote), card(peopleHeading, people));
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.getColumnConstraints().addAll(share(55), share(45));
        grid.addRow(0, left, right);
        return grid;
    }

    private DecisionPane layOutDecision() {
        comment.setId("approval-comment");
        comment.setPromptText("Comment, kept with the decision (required to reject)");
        comment.setAccessibleText("Comment, required to reject");
        comment.textProperty().bindBidirectional(model.commentProperty());
        reject.disableProperty().bind(model.rejectable().not());
        reject.setAccessibleHelp("Needs a comment");
        approve.disableProperty().bind(model.approvable().not());
        return new DecisionPane(comment, reject, approve);
    }

    private static void name(Button button, String words) {
        button.setText(words);
        button.setAccessibleText(words);
    }

    private static Node job(Line line) {
        Lamp lamp = Lamp.small().show(line.mark(), line.words());
        Label name = Texts.plain(line.name());
        name.getStyleClass().add("gate-name");
        Label right = Texts.sub(line.right());
        right.setMinWidth(USE_PREF_SIZE);
        Label words = Texts.sub(line.words());
        words.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(10, lamp, name, words, Texts.gap(), right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gate");
        return row;
    }

    private static Node person(Line line) {
        Label name = Texts.plain(line.name());
        Label words = Texts.wrapped(line.words(), "sb-sub");
        // A narrow window has no room for many words beside the name.
        boolean below = line.name().length() + line.words().length() > BESIDE;
        HBox beside = new HBox(9);
        beside.setAlignment(Pos.BASELINE_LEFT);
        Pane both = below ? new VBox(1) : beside;
        both.getChildren().addAll(name, words);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox row = new HBox(9, Lamp.small().show(line.mark(), line.words()), both);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("sb-row");
        return row;
    }

    private static Node commit(CommitLine line) {
        Label sha = Texts.mono(line.sha());
        sha.getStyleClass().add("sb-link");
        sha.setMinWidth(USE_PREF_SIZE);
        Label subject = Texts.plain(line.subject());
        subject.setMinWidth(0);
        Label author = Texts.sub(line.author());
        author.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, sha, subject, Texts.gap(), author);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static VBox card(Node... nodes) {
        VBox card = new VBox(nodes);
        card.getStyleClass().add("sb-card");
        return card;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        return column;
    }
}
