package dev.signalbox.practice.github;

import dev.signalbox.practice.github.world.Attempt;
import dev.signalbox.practice.github.world.Deployment;
import dev.signalbox.practice.github.world.Environment;
import dev.signalbox.practice.github.world.Job;
import dev.signalbox.practice.github.world.Refused;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.WorkflowFile;
import dev.signalbox.practice.github.world.World;
import java.util.List;

/// Finds what a path names, or answers 404 as the real provider does for what is not there or not shown.
record Lookups(World world) {

    /// A job with the run that it belongs to.
    record Found(Run run, Job job) {}

    Repository repository(Call call) {
        if (!call.at("owner").equalsIgnoreCase(World.ORGANISATION)) {
            throw missing();
        }
        return world.repository(call.at("repo")).orElseThrow(Lookups::missing);
    }

    WorkflowFile workflow(Call call) {
        return repository(call).workflow(call.at("workflow")).orElseThrow(Lookups::missing);
    }

    Run run(Call call) {
        return repository(call).run(number(call.at("run"))).orElseThrow(Lookups::missing);
    }

    Attempt attempt(Call call) {
        return run(call).attempt(number(call.at("attempt"))).orElseThrow(Lookups::missing);
    }

    Found job(Call call) {
        return job(repository(call), number(call.at("job")));
    }

    static Found job(Repository repository, long id) {
        for (Run run : repository.runs()) {
            for (Job job : jobsOfAll(run)) {
                if (job.id() == id) {
                    return new Found(run, job);
                }
            }
        }
        throw missing();
    }

    /// The jobs of every attempt, newest attempt first; a job carried over counts once.
    static List<Job> jobsOfAll(Run run) {
        return run.attempts().reversed().stream()
                .flatMap(attempt -> attempt.jobs().stream())
                .distinct()
                .toList();
    }

    Environment environment(Call call) {
        return repository(call).findEnvironment(call.at("environment")).orElseThrow(Lookups::missing);
    }

    Deployment deployment(Call call) {
        long id = number(call.at("deployment"));
        return repository(call).deployments().stream()
                .filter(deployment -> deployment.id() == id)
                .findFirst()
                .orElseThrow(Lookups::missing);
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw missing();
        }
    }

    static Refused missing() {
        return new Refused(404, "Not Found");
    }
}
