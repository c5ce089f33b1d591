package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.approvals.Decisions.blocked;
import static dev.signalbox.ui.approvals.Decisions.comparison;
import static dev.signalbox.ui.approvals.Decisions.job;
import static dev.signalbox.ui.approvals.Decisions.live;
import static dev.signalbox.ui.approvals.Decisions.met;
import static dev.signalbox.ui.approvals.Decisions.rule;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.RadioButton;

/// Pictures of a decision at GitLab, for people who change its looks. Not a test.
final class ApprovalPictures {

    private ApprovalPictures() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Fx.start();
        for (Theme theme : Theme.values()) {
            for (int width : new int[] {944, 1384}) {
                String end = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
                Fx.picture(() -> decision(false), theme, width, 820, folder.resolve("decide-for" + end));
                Fx.picture(() -> decision(true), theme, width, 820, folder.resolve("decide-for-chosen" + end));
            }
        }
        System.exit(0);
    }

    private static Parent decision(boolean chosen) {
        Plan plan = SampleActions.approve("p");
        Plan warned = new Plan(
                plan.id(), plan.intent(), plan.title(), plan.subject(), plan.environment(), plan.guard(),
                plan.preconditions(), plan.steps(), plan.undo(), plan.preview(),
                List.of("production still waits after this: 1 more of Quality assurance.",
                        "This starts nothing: once everybody has approved, the job that deploys to production is still"
                                + " to be started, and waits here for that."),
                plan.key(), plan.preparedAt());
        Decisions all = Decisions.ofRelease()
                .and(new Change.ConnectionAdded(
                        Connection.fresh(GITHUB, Connection.Kind.GITLAB, "https://gitlab.example.com").live(NOON)))
                .pending(blocked(rule("Release managers"), rule("Quality assurance"), met("Security of the platform")))
                .jobs(1,
                        job("build-image", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.minusSeconds(800),
                                NOON.minusSeconds(700)),
                        job("integration-tests", RunStatus.COMPLETED, Conclusion.FAILURE, NOON.minusSeconds(700),
                                NOON.minusSeconds(600)).asReplaced(),
                        job("integration-tests", RunStatus.COMPLETED, Conclusion.SUCCESS, NOON.minusSeconds(500),
                                NOON.minusSeconds(400)),
                        job("deploy-production", RunStatus.WAITING, Conclusion.NONE, null, null))
                .deployed(live("v3.4.1"))
                .compared(comparison(3, 0, 3, "db/migration/V7__sessions.sql"))
                .and(new Change.DraftChanged(new Draft.Ready(new DraftId("draft-1"), warned.intent(), warned)));
        ApprovalsScreen screen = new ApprovalsScreen(new FakeOperator(), intent -> {}, focus -> {}, place -> {});
        Parent root = screen.node();
        screen.show(all.state(), NOON);
        screen.shown();
        if (chosen && root.lookup("#approval-rule-0") instanceof RadioButton first) {
            first.setSelected(true);
        }
        screen.show(all.state(), NOON);
        return root;
    }
}
