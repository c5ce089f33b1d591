package dev.signalbox.practice.gitlab.world;

import dev.signalbox.practice.DeploySink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everything that the practice GitLab knows, behind one lock. It moves by `tick` alone and reads no clock, so that a
/// test plays an hour in a moment.
public final class World {

    /// Path of the only group; it lies in another one.
    public static final String GROUP = "acme/platform";

    private static final Duration CANCEL_TAKES = Duration.ofMillis(1500);

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Project> projects = new ArrayList<>();
    private final Ids ids = new Ids();
    private final Members members;
    private final RandomGenerator random;
    private final double pace;
    private final PipelineEngine engine;
    private final Approvals approvals = new Approvals();

    /// An empty world.
    ///
    /// @param sink where deploy jobs send releases
    /// @param pace factor on every duration of a job; 1 lets a pipeline take about a minute
    public World(Members members, RandomGenerator random, DeploySink sink, double pace) {
        this.members = members;
        this.random = random;
        this.pace = pace;
        this.engine = new PipelineEngine(ids, random, sink, pace);
    }

    /// Reads or changes several things as one.
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Adds a project with its past: commits, tags, merge requests, finished pipelines and deployments up to `now`.
    public void seed(ProjectSeed seed, Instant now) {
        PipelineEngine past = new PipelineEngine(ids, random, DeploySink.immediate(), pace);
        locked(() -> projects.add(new Past(ids, members, random, past).write(seed, now)));
    }

    /// Lets everything happen that was due until `now`.
    public void tick(Instant now) {
        locked(() -> {
            for (Project project : projects) {
                for (Pipeline pipeline : project.pipelines()) {
                    if (!pipeline.status().isOver()) {
                        engine.advance(pipeline, now);
                    }
                }
            }
            return true;
        });
    }

    /// Who there is.
    public Members members() {
        return members;
    }

    /// All projects, in the order in which they were seeded.
    public List<Project> projects() {
        return locked(() -> List.copyOf(projects));
    }

    /// The project of this number or path.
    public Optional<Project> project(String idOrPath) {
        return projects().stream()
                .filter(known -> Long.toString(known.id()).equals(idOrPath)
                        || known.path().equals(idOrPath.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The project of this service, which must exist.
    public Project of(String service) {
        return project(GROUP + "/" + service).orElseThrow();
    }

    /// A merge request of someone is merged; the branch moves and a pipeline starts.
    ///
    /// @param failing the job that will fail once; null for none
    public Pipeline merge(Project project, Member author, String title, Instant now, @Nullable String failing) {
        return locked(() -> {
            new Commits(ids).merge(project, title, author, now);
            return start(project, new Trigger("push", Project.BRANCH, java.util.Map.of("environment", "development"),
                    java.util.Map.of()), author, now, failing);
        });
    }

    /// Somebody starts a pipeline. The inputs are checked before, by `Inputs`.
    ///
    /// @throws Refused 400 when there is no such ref or the file is broken
    public Pipeline start(Project project, Trigger trigger, Member by, Instant now, @Nullable String failing) {
        return locked(() -> {
            if (!project.hasRef(trigger.ref())) {
                throw new Refused(400, "Reference not found");
            }
            String broken = project.broken();
            if (broken != null) {
                throw new Refused(400, broken);
            }
            Commit head = project.resolve(trigger.ref()).orElseThrow();
            String version = trigger.input("version");
            if (!version.isBlank() && project.tagged(version).isEmpty()) {
                project.tag(version, head.sha());
            }
            Pipeline pipeline = engine.create(project, PipelinePlan.main(), trigger, head, by, now, failing);
            engine.advance(pipeline, now);
            return pipeline;
        });
    }

    /// Repeats the jobs of a pipeline that failed or were canceled, those of its children too.
    public void retry(Pipeline pipeline, Member by, Instant now) {
        locked(() -> {
            for (Job job : pipeline.current()) {
                Pipeline child = job.downstream();
                if (job.status() == Status.FAILED || job.status() == Status.CANCELED) {
                    replace(pipeline, job, by, now);
                } else if (child != null && job.status() == Status.SUCCESS) {
                    retry(child, by, now);
                }
            }
            engine.advance(pipeline, now);
            return true;
        });
    }

    /// Repeats one job that has ended.
    ///
    /// @return the job that takes its place, under a new number
    /// @throws Refused 403 while it goes on, or when another one took its place
    public Job retry(Job job, Member by, Instant now) {
        return locked(() -> {
            boolean ended = job.status().isOver() && job.status() != Status.SKIPPED;
            if (!ended || job.isReplaced()) {
                throw new Refused(403, "403 Forbidden - Job is not retryable");
            }
            checkMayDeploy(job, by);
            Job fresh = replace(job.pipeline(), job, by, now);
            engine.advance(job.pipeline(), now);
            return fresh;
        });
    }

    private Job replace(Pipeline pipeline, Job job, Member by, Instant now) {
        job.replace();
        Job fresh = engine.make(pipeline, job.plan(), by, now, true);
        pipeline.add(fresh);
        pipeline.current().stream().filter(other -> other.status() == Status.SKIPPED).forEach(Job::reset);
        pipeline.touch(now);
        return fresh;
    }

    /// Starts a job that waits for somebody.
    ///
    /// @throws Refused 400 when it does not wait or its deployment waits for approvals, 403 in a protected environment
    public Job play(Job job, Member by, Instant now) {
        return locked(() -> {
            Deployment deployment = job.deployment();
            boolean blocked = deployment != null && deployment.waitsForApproval();
            if (job.status() != Status.MANUAL || blocked) {
                throw new Refused(400, "400 Bad request - Unplayable Job");
            }
            checkMayDeploy(job, by);
            job.playedBy(by, now);
            job.pipeline().touch(now);
            engine.advance(job.pipeline(), now);
            return job;
        });
    }

    private static void checkMayDeploy(Job job, Member by) {
        String name = job.pipeline().environmentOf(job.plan());
        if (name != null && job.pipeline().project().known(name).filter(Environment::isProtected).isPresent()
                && !by.isMaintainer()) {
            throw new Refused(403, "403 Forbidden");
        }
    }

    /// Asks a pipeline to stop. What runs stops a moment later; the rest at once. One that has ended is left alone.
    public void cancel(Pipeline pipeline, Instant now) {
        locked(() -> {
            if (pipeline.status().isOver()) {
                return false; // a job that is only offered stays so
            }
            pipeline.current().forEach(job -> stop(job, now, false));
            engine.advance(pipeline, now);
            return true;
        });
    }

    /// Asks one job to stop.
    ///
    /// @param force does not wait for the runner; only for a job that is being canceled, and maintainers
    public void cancel(Job job, Member by, boolean force, Instant now) {
        locked(() -> {
            if (force && job.status() != Status.CANCELING) {
                throw new Refused(400, "400 Bad request - Job is not in canceling state");
            }
            if (force && !by.isMaintainer()) {
                throw new Refused(403, "403 Forbidden");
            }
            stop(job, now, force);
            engine.advance(job.pipeline(), now);
            return true;
        });
    }

    private void stop(Job job, Instant now, boolean force) {
        Pipeline pipeline = job.pipeline();
        Pipeline child = job.downstream();
        if (child != null) {
            cancel(child, now);
        }
        if (job.status() == Status.RUNNING) {
            job.stopping();
            pipeline.cancelFrom(now.plusMillis(Math.round(CANCEL_TAKES.toMillis() * pace)));
            pipeline.touch(now);
        } else if (!job.status().isOver() && (force || job.status() != Status.CANCELING)) {
            engine.end(pipeline, job, Status.CANCELED, now);
        }
    }

    /// Deletes a job's log and artifacts.
    ///
    /// @throws Refused 403 while it goes on
    public void erase(Job job) {
        locked(() -> {
            if (!job.status().isOver() || job.isErased()) {
                throw new Refused(403, "403 Forbidden - Job is not erasable!");
            }
            job.erase();
            return true;
        });
    }

    /// One account answers for a deployment that waits.
    ///
    /// @param representing name of the rule that it answers for; empty lets the world choose
    public Approval approve(Deployment deployment, Member by, boolean yes, String comment, String representing,
            Instant now) {
        return locked(() -> {
            Approval approval = approvals.answer(deployment, by, yes, comment, representing, now);
            deployment.job().pipeline().touch(now);
            engine.advance(deployment.job().pipeline(), now);
            return approval;
        });
    }

    /// Takes an environment out of use: by the job that its pipeline has for it, else at once.
    ///
    /// @param force leaves the job out
    public void stop(Project project, Environment environment, Member by, boolean force, Instant now) {
        locked(() -> {
            Optional<Job> takesDown = project.deployments().stream()
                    .filter(deployment -> deployment.environment() == environment)
                    .findFirst()
                    .flatMap(deployment -> deployment.job().pipeline().job(JobPlan.STOP_REVIEW))
                    .filter(job -> !force && environment.isAvailable());
            if (takesDown.isEmpty()) {
                environment.enter(Environment.State.STOPPED, now);
                return true;
            }
            Job job = takesDown.get();
            environment.enter(Environment.State.STOPPING, now);
            Job fresh = job.status() == Status.MANUAL ? job : replace(job.pipeline(), job, by, now);
            if (fresh == job) {
                job.playedBy(by, now);
            }
            job.pipeline().touch(now);
            engine.advance(job.pipeline(), now);
            return true;
        });
    }
}
