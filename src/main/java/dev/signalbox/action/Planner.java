package dev.signalbox.action;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.port.RemoteFailure;

/// Knows which class makes a plan of which intent.
final class Planner {

    private final TriggerRun triggerRun;
    private final RerunRun rerunRun;
    private final CancelRun cancelRun;
    private final ReviewDeployment reviewDeployment;
    private final Redeploy redeploy;
    private final StopEnvironment stopEnvironment;
    private final ProposeTeamFile proposeTeamFile;
    private final WithdrawProposal withdrawProposal;
    private final RollBack rollBack;
    private final RestartWorkload restartWorkload;
    private final PauseRollout pauseRollout;
    private final ResumeRollout resumeRollout;
    private final ScaleWorkload scaleWorkload;

    Planner(
            Outside outside, Places places, StartReach reach, Together together, PlanMaker maker,
            WorkloadPlans workloads, String operator) {
        triggerRun = new TriggerRun(outside, reach, together, maker);
        rerunRun = new RerunRun(outside, places, maker);
        cancelRun = new CancelRun(outside, maker);
        reviewDeployment = new ReviewDeployment(outside, places, together, maker);
        redeploy = new Redeploy(outside, places, together, maker);
        stopEnvironment = new StopEnvironment(outside, places, together, maker);
        proposeTeamFile = new ProposeTeamFile(outside, maker, operator);
        withdrawProposal = new WithdrawProposal(outside, maker);
        rollBack = new RollBack(workloads);
        restartWorkload = new RestartWorkload(workloads);
        pauseRollout = new PauseRollout(workloads);
        resumeRollout = new ResumeRollout(workloads);
        scaleWorkload = new ScaleWorkload(workloads);
    }

    Plan prepare(Intent intent) throws RemoteFailure, Refusal {
        return switch (intent) {
            case Intent.TriggerRun i -> triggerRun.prepare(i);
            case Intent.RerunRun i -> rerunRun.prepare(i);
            case Intent.CancelRun i -> cancelRun.prepare(i);
            case Intent.ReviewDeployment i -> reviewDeployment.prepare(i);
            case Intent.Redeploy i -> redeploy.prepare(i);
            case Intent.StopEnvironment i -> stopEnvironment.prepare(i);
            case Intent.ProposeTeamFile i -> proposeTeamFile.prepare(i);
            case Intent.WithdrawProposal i -> withdrawProposal.prepare(i);
            case Intent.RollBack i -> rollBack.prepare(i);
            case Intent.RestartWorkload i -> restartWorkload.prepare(i);
            case Intent.PauseRollout i -> pauseRollout.prepare(i);
            case Intent.ResumeRollout i -> resumeRollout.prepare(i);
            case Intent.ScaleWorkload i -> scaleWorkload.prepare(i);
        };
    }
}
