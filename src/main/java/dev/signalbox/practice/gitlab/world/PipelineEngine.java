package dev.signalbox.practice.gitlab.world;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// Moves a pipeline to a moment. Every step happens at its exact time, not at the tick that notices it. Rollouts alone
/// begin and end when seen: a cluster takes its own time, also after a leap over hours.
final class PipelineEngine {

    private final Ids ids;
    private final RandomGenerator random;
    private final DeploySink sink;
    private final double pace;

    /// @param pace factor on every duration; smaller is faster
    PipelineEngine(Ids ids, RandomGenerator random, DeploySink sink, double pace) {
        this.ids = ids;
        this.random = random;
        this.sink = sink;
        this.pace = pace;
    }

    /// Makes a pipeline with all the jobs whose rules hold.
    Pipeline create(Project project, PipelinePlan plan, Trigger trigger, Commit head, Member user, Instant at,
            @org.jspecify.annotations.Nullable String failing) {
        Pipeline pipeline = new Pipeline(ids.nextPipeline(), project.nextPipelineNumber(), project, plan, trigger, head,
                user, at, failing);
        plan.jobs().stream()
                .filter(job -> job.rule().test(trigger))
                .forEach(job -> pipeline.add(make(pipeline, job, user, at, false)));
        project.add(pipeline);
        return pipeline;
    }

    /// @param again whether it takes the place of one that had its turn
    Job make(Pipeline pipeline, JobPlan plan, Member user, Instant at, boolean again) {
        double factor = pace * pipeline.project().slowness();
        Job.Fate fate = new Job.Fate(
                seconds(pace * random.nextDouble(0.5, 2.5)),
                seconds(plan.seconds() * factor * random.nextDouble(0.85, 1.25)),
                pipeline.fails(plan));
        return new Job(ids.nextJob(), plan, pipeline, user, at, fate, again);
    }

    void advance(Pipeline pipeline, Instant now) {
        cancelIfDue(pipeline, now);
        boolean moved;
        do {
            moved = false;
            for (Job job : pipeline.current()) {
                moved |= move(pipeline, job, now);
            }
        } while (moved);
    }

    private boolean move(Pipeline pipeline, Job job, Instant now) {
        return switch (job.status()) {
            case CREATED -> process(pipeline, job, now);
            case PENDING -> begin(pipeline, job, now);
            case RUNNING -> work(pipeline, job, now);
            case MANUAL, CANCELING, SUCCESS, FAILED, CANCELED, SKIPPED -> false;
        };
    }

    /// A job's turn comes when all stages before have ended.
    private boolean process(Pipeline pipeline, Job job, Instant now) {
        int stage = pipeline.plan().stages().indexOf(job.plan().stage());
        List<Job> before = pipeline.current().stream()
                .filter(other -> pipeline.plan().stages().indexOf(other.plan().stage()) < stage)
                .toList();
        if (!before.stream().allMatch(PipelineEngine::isSettled)) {
            return false;
        }
        Instant at = job.createdAt();
        for (Job other : before) {
            Instant end = other.finishedAt();
            at = end != null && end.isAfter(at) ? end : at;
        }
        at = at.isAfter(now) ? now : at;
        if (before.stream().anyMatch(PipelineEngine::stops)) {
            job.end(Status.SKIPPED, at, null);
        } else {
            enter(pipeline, job, at);
        }
        pipeline.touch(at);
        return true;
    }

    private static boolean isSettled(Job job) {
        return job.status().isOver() || job.status() == Status.MANUAL && job.plan().allowFailure();
    }

    private static boolean stops(Job job) {
        return job.status() == Status.FAILED && !job.plan().allowFailure() || job.status() == Status.CANCELED
                || job.status() == Status.SKIPPED;
    }

    private void enter(Pipeline pipeline, Job job, Instant at) {
        String name = pipeline.environmentOf(job.plan());
        boolean waits = job.plan().manual() && !job.isAgain();
        if (name != null) {
            Project project = pipeline.project();
            Environment environment = project.known(name).orElseGet(() -> {
                Environment made = new Environment(ids.next(), name, "development", at, List.of());
                project.add(made);
                return made;
            });
            Deployment deployment =
                    new Deployment(ids.next(), project.nextDeploymentNumber(), environment, job, at);
            waits |= environment.isProtected();
            if (waits) {
                deployment.enter(Deployment.State.BLOCKED, at);
            }
            project.add(deployment);
            job.attach(deployment);
        }
        if (waits) {
            job.waitForSomebody();
        } else {
            job.enqueue(at);
        }
    }

    private boolean begin(Pipeline pipeline, Job job, Instant now) {
        Instant at = job.startsAt();
        if (at.isAfter(now)) {
            return false;
        }
        start(pipeline, job, at);
        PipelinePlan child = job.plan().child();
        if (child != null) {
            Trigger trigger = new Trigger("parent_pipeline", pipeline.trigger().ref(), pipeline.trigger().inputs(),
                    pipeline.trigger().variables());
            job.attach(create(pipeline.project(), child, trigger, pipeline.head(), job.user(), at, null));
        }
        return true;
    }

    private static void start(Pipeline pipeline, Job job, Instant at) {
        job.start(at);
        pipeline.touch(at);
        Deployment deployment = job.deployment();
        if (deployment != null) {
            deployment.enter(Deployment.State.RUNNING, at);
        }
    }

    private boolean work(Pipeline pipeline, Job job, Instant now) {
        Pipeline child = job.downstream();
        if (child != null) {
            return follow(pipeline, job, child, now);
        }
        Instant started = job.startedAt();
        Instant end = (started == null ? now : started).plus(job.planned());
        boolean fails = job.fails();
        if (job.plan().rollsOut()) {
            boolean begins = !job.isSent();
            DeploySink.Progress progress = rollOut(pipeline, job);
            if (progress.problem() == null && !progress.done()) {
                if (begins) {
                    start(pipeline, job, now);
                }
                return false;
            }
            fails |= progress.problem() != null;
            end = end.isAfter(now) && !fails ? end : now;
        }
        if (end.isAfter(now)) {
            return false;
        }
        end(pipeline, job, fails ? Status.FAILED : Status.SUCCESS, end);
        return true;
    }

    /// A job that starts a child pipeline ends as the child does.
    private boolean follow(Pipeline pipeline, Job job, Pipeline child, Instant now) {
        advance(child, now);
        Instant end = child.finishedAt();
        if (end == null) {
            return false;
        }
        end(pipeline, job, child.status() == Status.SKIPPED ? Status.FAILED : child.status(), end);
        return true;
    }

    /// A sink that fails, say because someone deleted the workload, fails the job and not the world.
    private DeploySink.Progress rollOut(Pipeline pipeline, Job job) {
        String service = pipeline.project().name();
        String environment = String.valueOf(job.plan().environment());
        try {
            if (job.markSent()) {
                String version = pipeline.version();
                String sha = pipeline.project().tagged(version).orElse(pipeline.head().sha());
                sink.deploy(service, environment, version, sha, job.user().username());
            }
            return sink.progress(service, environment);
        } catch (RuntimeException e) {
            return new DeploySink.Progress(false, String.valueOf(e.getMessage()));
        }
    }

    void end(Pipeline pipeline, Job job, Status how, Instant at) {
        job.end(how, at, how == Status.FAILED ? "script_failure" : null);
        pipeline.touch(at);
        if (how == Status.SUCCESS) {
            use(pipeline, job, at);
        }
        Deployment deployment = job.deployment();
        if (deployment != null) {
            deployment.enter(switch (how) {
                case SUCCESS -> Deployment.State.SUCCESS;
                case CANCELED -> Deployment.State.CANCELED;
                case SKIPPED -> Deployment.State.SKIPPED;
                default -> Deployment.State.FAILED;
            }, at);
        }
    }

    /// A deployment takes its environment into use again; the job that takes it down stops it.
    private static void use(Pipeline pipeline, Job job, Instant at) {
        Deployment deployment = job.deployment();
        if (deployment != null) {
            deployment.environment().enter(Environment.State.AVAILABLE, at);
        } else if (job.plan().name().equals(JobPlan.STOP_REVIEW)) {
            pipeline.job("deploy-review").map(Job::deployment).ifPresent(
                    made -> made.environment().enter(Environment.State.STOPPED, at));
        }
    }

    private void cancelIfDue(Pipeline pipeline, Instant now) {
        Instant at = pipeline.cancelAt();
        if (at == null || at.isAfter(now)) {
            return;
        }
        pipeline.current().stream()
                .filter(job -> job.status() == Status.CANCELING)
                .forEach(job -> end(pipeline, job, Status.CANCELED, at));
        pipeline.cancelFrom(null);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
