package dev.signalbox.action;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where a run deploys to when it is run again, told by what it deployed before.
///
/// @param production the production environments among them
/// @param warnings what to say about it
record RerunReach(List<String> production, List<String> warnings) {

    static RerunReach of(CiProvider ci, Places places, Run run, Scope scope) {
        List<String> reached = new ArrayList<>();
        for (String environment : places.production(run.id().repository())) {
            try {
                if (ci.deployments().to(run.id().repository(), environment).stream()
                        .anyMatch(deployment -> isOf(deployment, run, scope, ci.capabilities().get().attempts()))) {
                    reached.add(environment);
                }
            } catch (RemoteFailure e) {
                return new RerunReach(List.of(), List.of(
                        "Whether it deploys to " + Words.name(environment) + " could not be read: "
                                + Words.of(e.problem())));
            }
        }
        return new RerunReach(
                List.copyOf(reached),
                reached.isEmpty() ? List.of() : warnings(ci, run, reached));
    }

    private static List<String> warnings(CiProvider ci, Run run, List<String> reached) {
        List<String> warnings = new ArrayList<>();
        warnings.add("It deployed " + Words.commit(run.headSha()) + " to "
                + reached.stream().map(Words::name).collect(Collectors.joining(" and "))
                + " and does so again, whatever runs there now.");
        warnings.addAll(FreezeWarnings.of(ci, run.id().repository(), reached));
        return List.copyOf(warnings);
    }

    /// Where the run is not told, its commit has to do: asking once too often does no harm.
    ///
    /// @param dependents whether the jobs that depend on one job run again with it
    private static boolean isOf(Deployment deployment, Run run, Scope scope, boolean dependents) {
        Long by = deployment.run();
        if (by == null) {
            return deployment.sha().equals(run.headSha());
        }
        Long job = deployment.job();
        boolean another = !dependents && scope instanceof Scope.OneJob one && job != null && job != one.job();
        return by == run.id().number() && !another;
    }
}
