package dev.signalbox.practice.github.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The rules of answering a run that waits for an environment.
public final class Reviews {

    private final Ids ids;

    Reviews(Ids ids) {
        this.ids = ids;
    }

    /// The jobs of the newest attempt that wait for people.
    public static List<Job> waiting(Run run) {
        return run.latest().jobs().stream()
                .filter(job -> job.status() == Status.WAITING)
                .toList();
    }

    /// The environment that a waiting job wants to enter.
    public static Environment environment(Run run, Job job) {
        return run.repository().environment(String.valueOf(job.plan().environment()));
    }

    List<Deployment> answer(Run run, List<Long> wanted, boolean yes, String comment, Person person, Instant now) {
        if (comment.isBlank()) {
            throw new Refused(422, "Invalid request.\n\n\"comment\" wasn't supplied.");
        }
        List<Job> jobs = waiting(run).stream()
                .filter(job -> wanted.contains(environment(run, job).id()))
                .toList();
        if (wanted.isEmpty() || jobs.size() != wanted.size()) {
            throw new Refused(422, "No pending deployment requests to approve or reject");
        }
        List<Deployment> answered = new ArrayList<>();
        List<Environment> environments = new ArrayList<>();
        for (Job job : jobs) {
            Environment environment = environment(run, job);
            check(environment, person, run.latest().triggeredBy());
            environments.add(environment);
        }
        jobs.forEach(job -> answered.add(settle(run, job, yes, person, now)));
        run.add(new Approval(yes ? "approved" : "rejected", comment, person, environments));
        run.latest().touch(now);
        return answered;
    }

    private static void check(Environment environment, Person person, Person startedBy) {
        if (!environment.isReviewer(person)) {
            throw new Refused(403, "User is not a required reviewer of environment " + environment.name());
        }
        if (!environment.mayApprove(person, startedBy)) {
            throw new Refused(403, "Self-review is prevented for environment " + environment.name());
        }
    }

    private Deployment settle(Run run, Job job, boolean yes, Person person, Instant now) {
        Deployment deployment = job.deployment();
        if (deployment == null) {
            throw new IllegalStateException("a waiting job without a deployment in run " + run.id());
        }
        deployment.enter(new DeploymentStatus(ids.next(), yes ? "queued" : "failure", person, now));
        if (yes) {
            job.release(now);
        } else {
            job.end(Conclusion.FAILURE, now);
        }
        return deployment;
    }
}
