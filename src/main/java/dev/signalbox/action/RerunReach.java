package dev.signalbox.action;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.Intent.RerunRun.Scope;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where a run deploys to when it is run again, told by what it deployed before. What cannot be read counts as reached:
/// asking once too often does no harm.
///
/// @param production the production environments among them, those that are known for certain first
/// @param warnings what to say about it
record RerunReach(List<String> production, List<String> warnings) {

    /// Deployments are read one environment at a time.
    private static final int MOST_READ = 5;

    static RerunReach of(CiProvider ci, Places places, Run run, Scope scope) {
        List<String> reached = new ArrayList<>();
        List<String> unread = new ArrayList<>(places.production(run.id().repository()));
        String problem = "there are too many.";
        for (String environment : List.copyOf(unread.subList(0, Math.min(MOST_READ, unread.size())))) {
            try {
                if (ci.deployments().to(run.id().repository(), environment).stream()
                        .anyMatch(deployment -> isOf(deployment, run, scope, ci.capabilities().get().attempts()))) {
                    reached.add(environment);
                }
            } catch (RemoteFailure e) {
                problem = Words.of(e.problem());
                break;
            }
            unread.remove(environment);
        }
        return new RerunReach(
                Stream.concat(reached.stream(), unread.stream()).toList(),
                warnings(ci, run, List.copyOf(reached), List.copyOf(unread), problem));
    }

    private static List<String> warnings(
            CiProvider ci, Run run, List<String> reached, List<String> unread, String problem) {
        if (reached.isEmpty() && unread.isEmpty()) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        if (!reached.isEmpty()) {
            warnings.add("It deployed " + Words.commit(run.headSha()) + " to " + Words.names(reached)
                    + " and does so again, whatever runs there now.");
        }
        if (!unread.isEmpty()) {
            warnings.add("Whether it deploys to " + Words.names(unread) + " could not be read: " + problem);
        }
        warnings.addAll(FreezeWarnings.of(
                ci, run.id().repository(), Stream.concat(reached.stream(), unread.stream()).toList()));
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
