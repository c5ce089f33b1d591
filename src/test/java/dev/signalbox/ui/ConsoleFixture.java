package dev.signalbox.ui;

import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.activity.ActivityScreen;
import dev.signalbox.ui.approvals.ApprovalsScreen;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.shell.Incident;
import dev.signalbox.ui.shell.Incidents;
import dev.signalbox.ui.shell.Shell;
import dev.signalbox.ui.shell.ShellViewModel;
import dev.signalbox.ui.team.TeamAnswers;
import dev.signalbox.ui.team.TeamSheet;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole shell with the screens of this side, an operator that does nothing and the sample state.
public final class ConsoleFixture {

    public final FakeOperator operator = new FakeOperator();
    public final List<Focus> focus = new ArrayList<>();
    public final List<String> incidents = new ArrayList<>();
    public final PlanSheetViewModel sheet = new PlanSheetViewModel(operator);
    public final ShellViewModel model = new ShellViewModel();
    public final Shell shell;
    private final @Nullable TeamSheet team;
    public int refreshed;

    public ConsoleFixture(boolean practising) {
        this(practising, null);
    }

    /// The same with the sheet of the team file.
    ///
    /// @param answers takes what a person answers there; absent for no such sheet
    public ConsoleFixture(boolean practising, @Nullable TeamAnswers answers) {
        TimeOfDay clock = new TimeOfDay(ZoneOffset.UTC);
        ApprovalsScreen approvals = new ApprovalsScreen(operator, sheet, focus::add, model);
        ActivityScreen activity = new ActivityScreen(operator, sheet, clock);
        @Nullable
        Incidents menu = practising ? new Recorded() : null;
        team = answers == null ? null : new TeamSheet(answers, model.teamShownProperty(), () -> {});
        shell = new Shell(
                model, List.of(approvals, activity), sheet, List.of(approvals),
                team == null ? List.of() : List.of(team), menu, () -> refreshed++,
                clock);
    }

    public ConsoleFixture show(ConsoleState state) {
        shell.show(state, SampleStates.NOW);
        if (team != null) {
            team.show(state, SampleStates.NOW);
        }
        return this;
    }

    /// The sample state in which the first prepared draft is the approval of the web-frontend's release.
    public static SampleStates withPreparedApproval() {
        DraftId id = new DraftId("draft-1");
        return SampleStates.full()
                .draft(new Draft.Ready(id, SampleActions.approve("p9").intent(), SampleActions.approve("p9")));
    }

    private final class Recorded implements Incidents {

        @Override
        public List<Incident> all() {
            return List.of(
                    new Incident("bad-deploy", "Bad deploy", "A new version of checkout crashes on its start.", true),
                    new Incident("rate-limit", "Rate limit", "The CI provider refuses requests for two minutes.",
                            false),
                    new Incident("cluster-down", "Cluster unreachable", "prod-eu does not answer.", false));
        }

        @Override
        public void start(String id) {
            incidents.add("start " + id);
        }

        @Override
        public void end(String id) {
            incidents.add("end " + id);
        }
    }
}
