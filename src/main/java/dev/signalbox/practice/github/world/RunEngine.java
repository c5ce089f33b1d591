package dev.signalbox.practice.github.world;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Moves a run to a moment. Every step of the way happens at its exact time, not at the tick that notices it, so that a
/// world that was ticked once an hour looks like one that was ticked every second. Rollouts alone end when seen.
final class RunEngine {

    private final Ids ids;
    private final RandomGenerator random;
    private final DeploySink sink;
    private final double pace;

    /// @param pace factor on every duration; smaller is faster
    RunEngine(Ids ids, RandomGenerator random, DeploySink sink, double pace) {
        this.ids = ids;
        this.random = random;
        this.sink = sink;
        this.pace = pace;
    }

    void advance(Run run, Instant now) {
        Attempt attempt = run.latest();
        cancelIfDue(run, attempt, now);
        boolean moved;
        do {
            moved = admit(run, attempt);
            for (Job job : attempt.jobs()) {
                moved |= move(run, attempt, job, now);
            }
        } while (moved);
    }

    /// Lets jobs come into being whose needs have ended.
    private boolean admit(Run run, Attempt attempt) {
        boolean moved = false;
        for (JobPlan plan : run.workflow().jobs()) {
            if (attempt.job(plan.name()).isEmpty() && needs(attempt, plan).stream().allMatch(RunEngine::ended)
                    && needs(attempt, plan).size() == plan.needs().size()) {
                attempt.add(create(run, attempt, plan));
                moved = true;
            }
        }
        return moved;
    }

    private Job create(Run run, Attempt attempt, JobPlan plan) {
        Instant at = attempt.startedAt();
        for (Job need : needs(attempt, plan)) {
            Instant end = need.completedAt();
            at = end != null && end.isAfter(at) ? end : at;
        }
        attempt.touch(at);
        Job.Pace drawn = draw(run, plan, attempt.fails(plan.name()));
        boolean blocked = attempt.cancelAt() != null || anyBad(attempt, plan, run);
        if (blocked || !plan.condition().test(run.trigger())) {
            Job job = new Job(ids.nextJob(), plan, attempt.number(), at, drawn, null, Status.QUEUED);
            job.end(Conclusion.SKIPPED, at);
            return job;
        }
        String name = plan.environment();
        if (name == null) {
            return new Job(ids.nextJob(), plan, attempt.number(), at, drawn, null, Status.QUEUED);
        }
        Deployment deployment = new Deployment(ids.next(), name, run, attempt.triggeredBy(), at);
        run.repository().add(deployment);
        Status status = run.repository().environment(name).isProtected() ? Status.WAITING : Status.QUEUED;
        enter(run, deployment, status.wire(), at);
        return new Job(ids.nextJob(), plan, attempt.number(), at, drawn, deployment, status);
    }

    private boolean move(Run run, Attempt attempt, Job job, Instant now) {
        if (job.status() == Status.QUEUED && !job.startsAt().isAfter(now)) {
            job.start(job.startsAt());
            attempt.touch(job.startsAt());
            enter(run, job.deployment(), "in_progress", job.startsAt());
            return true;
        }
        if (job.status() != Status.IN_PROGRESS) {
            return false;
        }
        Instant begin = job.startedAt();
        for (int i = 0; i < job.steps().size(); i++) {
            Step step = job.steps().get(i);
            if (step.completedAt() != null) {
                begin = step.completedAt();
            } else {
                return moveStep(run, attempt, job, i, begin, now);
            }
        }
        job.end(Conclusion.SUCCESS, begin);
        ended(run, attempt, job, begin);
        return true;
    }

    /// Steps are part of their job alone: the run's own time of change moves with its jobs.
    private boolean moveStep(Run run, Attempt attempt, Job job, int index, Instant begin, Instant now) {
        Step step = job.steps().get(index);
        boolean fresh = step.status() == Status.QUEUED;
        if (fresh) {
            step = step.started(begin);
            job.set(index, step);
        }
        Instant end = begin.plus(job.pace().steps().get(index));
        boolean fails = job.pace().failsAt() == index;
        if (job.plan().steps().get(index).rollout()) {
            DeploySink.Progress progress = rollOut(run, job);
            if (progress.problem() == null && !progress.done()) {
                return fresh;
            }
            fails |= progress.problem() != null;
            end = end.isAfter(now) && !fails ? end : now;
        }
        if (end.isAfter(now)) {
            return fresh;
        }
        job.set(index, step.ended(fails ? Conclusion.FAILURE : Conclusion.SUCCESS, end));
        if (fails) {
            job.end(Conclusion.FAILURE, end);
            ended(run, attempt, job, end);
        }
        return true;
    }

    /// A sink that fails, say because someone deleted the workload, fails the job and not the world.
    private DeploySink.Progress rollOut(Run run, Job job) {
        String service = run.repository().name();
        String environment = String.valueOf(job.plan().environment());
        try {
            if (job.markSent()) {
                String sha = run.repository().tagged(run.version()).orElse(run.head().sha());
                sink.deploy(service, environment, run.version(), sha, run.latest().triggeredBy().login());
            }
            return sink.progress(service, environment);
        } catch (RuntimeException e) {
            return new DeploySink.Progress(false, String.valueOf(e.getMessage()));
        }
    }

    private void ended(Run run, Attempt attempt, Job job, Instant at) {
        attempt.touch(at);
        boolean good = job.conclusion() == Conclusion.SUCCESS;
        enter(run, job.deployment(), good ? "success" : "failure", at);
        boolean tested = job.plan().name().equals("integration-tests") && job.conclusion() != Conclusion.CANCELLED;
        if (tested) {
            run.add(new Artifact(ids.next(), "junit-results", attempt.number(), at));
        }
    }

    private void cancelIfDue(Run run, Attempt attempt, Instant now) {
        Instant at = attempt.cancelAt();
        if (at == null || at.isAfter(now)) {
            return;
        }
        for (Job job : attempt.jobs()) {
            if (job.status() != Status.COMPLETED) {
                job.end(Conclusion.CANCELLED, at);
                ended(run, attempt, job, at);
            }
        }
    }

    private void enter(Run run, @Nullable Deployment deployment, String state, Instant at) {
        if (deployment == null) {
            return;
        }
        deployment.enter(new DeploymentStatus(ids.next(), state, deployment.creator(), at));
        if (state.equals("success")) {
            run.repository().deployments().stream()
                    .filter(other -> other != deployment && other.environment().equals(deployment.environment()))
                    .filter(other -> other.state().equals("success"))
                    .forEach(other -> replace(deployment, other));
        }
    }

    /// Of two that went live the later one stays, whichever of them was looked at first.
    private void replace(Deployment one, Deployment other) {
        Deployment earlier = other.updatedAt().isAfter(one.updatedAt()) ? one : other;
        Instant at = earlier == one ? other.updatedAt() : one.updatedAt();
        earlier.enter(new DeploymentStatus(ids.next(), "inactive", earlier.creator(), at));
    }

    private Job.Pace draw(Run run, JobPlan plan, boolean fails) {
        double factor = pace * run.repository().slowness();
        List<Duration> steps = plan.steps().stream()
                .map(step -> seconds(step.seconds() * factor * random.nextDouble(0.85, 1.25)))
                .toList();
        return new Job.Pace(seconds(pace * random.nextDouble(0.8, 3)), steps, fails ? lastReal(plan) : -1);
    }

    /// The step that does the job's work: the longest of its own.
    private static int lastReal(JobPlan plan) {
        int found = 0;
        for (int i = 0; i < plan.steps().size(); i++) {
            found = plan.steps().get(i).seconds() > plan.steps().get(found).seconds() ? i : found;
        }
        return found;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static List<Job> needs(Attempt attempt, JobPlan plan) {
        return attempt.jobs().stream()
                .filter(job -> plan.needs().contains(job.plan().name()))
                .toList();
    }

    /// Whether anything before this job, however far back, went wrong. A skip alone stops nobody: the files say so.
    private static boolean anyBad(Attempt attempt, JobPlan plan, Run run) {
        return needs(attempt, plan).stream().anyMatch(need -> need.conclusion() == Conclusion.FAILURE
                || need.conclusion() == Conclusion.CANCELLED
                || anyBad(attempt, need.plan(), run));
    }

    private static boolean ended(Job job) {
        return job.status() == Status.COMPLETED;
    }
}
