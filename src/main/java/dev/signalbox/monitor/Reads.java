package dev.signalbox.monitor;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.InputsKey;
import dev.signalbox.state.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs one errand: reads through the provider's ports and offers what came of it.
final class Reads {

    /// What changed while the last answer was under way, or by a clock that is a little off, is asked for again.
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final CiProvider provider;
    private final Supplier<ConsoleState> state;
    private final Consumer<Change> offer;
    private final InstantSource clock;
    private final Path logs;
    private final ResultReads results;
    private final DeploymentReads deployments;
    private final ArtifactSaves saves;

    Reads(
            CiProvider provider,
            Supplier<ConsoleState> state,
            Consumer<Change> offer,
            InstantSource clock,
            Path logs,
            ReportSources sources) {
        this.provider = provider;
        this.state = state;
        this.offer = offer;
        this.clock = clock;
        this.logs = logs;
        this.results = new ResultReads(provider.artifacts(), provider.runs(), sources, state, offer, clock);
        this.deployments = new DeploymentReads(provider.deployments(), state, clock);
        this.saves = new ArtifactSaves(provider.artifacts(), state, offer);
    }

    /// Does the errand; returns the problem of the read that failed, if one did.
    Optional<RemoteProblem> run(Errand errand) {
        return switch (errand) {
            case Errand.WhoAmI ignored -> abilities(read(
                    () -> provider.accounts().me(),
                    a -> a instanceof Answer.Good<dev.signalbox.domain.Account>(var who, var at)
                            ? new Change.AccountRead(provider.id(), who)
                            : null));
            case Errand.RecentlyPushed e -> repositories(
                    e.owner(), () -> provider.repositories().recentlyPushed(e.owner()));
            case Errand.AllRepositories e -> repositories(
                    e.owner(), () -> provider.repositories().all(e.owner()));
            case Errand.OneRepository e -> repositories(
                    null, () -> List.of(provider.repositories().one(e.repository())));
            case Errand.ListRuns e -> listRuns(e);
            case Errand.WatchRun e -> watch(e.run());
            case Errand.ReadRun e -> read(() -> provider.runs().one(e.run()), a -> new Change.RunRead(e.run(), a));
            case Errand.ListWaiting e -> waiting(e.repository());
            case Errand.ReadPending e -> pending(e.run());
            case Errand.ListDeployments e -> read(
                    () -> deployments.of(e.repository()),
                    a -> new Change.DeploymentsRead(e.repository(), a));
            case Errand.ListFreezes e -> read(
                    () -> provider.freezes().of(e.repository()), a -> new Change.FreezesRead(e.repository(), a));
            case Errand.ListReleases e -> read(
                    () -> provider.releases().of(e.repository()), a -> new Change.ReleasesRead(e.repository(), a));
            case Errand.ListEnvironments e -> read(
                    () -> provider.environments().of(e.repository()),
                    a -> new Change.EnvironmentsRead(e.repository(), a));
            case Errand.ListWorkflows e -> read(
                    () -> provider.workflows().of(e.repository()), a -> new Change.WorkflowsRead(e.repository(), a));
            case Errand.Compare e -> read(
                    () -> provider.commits().compare(e.key()), a -> new Change.ComparisonRead(e.key(), a));
            case Errand.ReadAttempt e -> attempt(e.attempt());
            case Errand.ReadAnnotations e -> read(
                    () -> provider.runs().annotations(e.job()), a -> new Change.AnnotationsRead(e.job(), a));
            case Errand.ReadChangeRequests e -> changeRequests(e.run());
            case Errand.FetchLog e -> read(() -> log(e.job()), a -> new Change.LogRead(e.job(), a));
            case Errand.ListArtifacts e -> results.list(e.run());
            case Errand.ReadReports e -> results.reports(e.run());
            case Errand.SaveArtifact e -> save(e);
            case Errand.ReadInputs e -> inputs(e.key());
        };
    }

    private Optional<RemoteProblem> repositories(@Nullable String owner, Read<List<Repository>> read) {
        return read(read, a -> new Change.RepositoriesRead(provider.id(), owner, a));
    }

    private Optional<RemoteProblem> listRuns(Errand.ListRuns errand) {
        Reading<List<Run>> known = state.get().repository(errand.repository()).runs();
        Instant readAt = known.readAt();
        // After now only when the clock was set back: then it tells nothing of what changed since.
        boolean isUsable = known.value() != null && readAt != null && !readAt.isAfter(clock.instant());
        Instant last = isUsable ? readAt : null;
        return read(
                () -> last == null
                        ? provider.runs().recent(errand.repository())
                        : provider.runs().changed(errand.repository(), serverTime(last).minus(OVERLAP)),
                a -> new Change.RunsRead(errand.repository(), a));
    }

    /// Each for itself: of the others this list says nothing, so it is no news of the repository's runs.
    private Optional<RemoteProblem> waiting(RepositoryId repository) {
        Answer<List<Run>> found = attempt(() -> provider.runs().waiting(repository));
        if (found instanceof Answer.Good<List<Run>>(List<Run> runs, var at)) {
            runs.forEach(run -> offer.accept(new Change.RunRead(run.id(), new Answer.Good<>(run, at))));
        }
        return problemOf(found);
    }

    /// Who asks who we are learns what we may, and what the server can.
    private Optional<RemoteProblem> abilities(Optional<RemoteProblem> problem) {
        if (problem.isEmpty()) {
            offer.accept(new Change.AbilitiesRead(provider.id(), provider.capabilities().get()));
        }
        return problem;
    }

    private Instant serverTime(Instant ours) {
        return ours.plus(Duration.between(clock.instant(), provider.serverTime().get()));
    }

    private Optional<RemoteProblem> watch(RunId id) {
        Answer<Run> run = attempt(() -> provider.runs().one(id));
        offer.accept(new Change.RunRead(id, run));
        if (!(run instanceof Answer.Good<Run>(Run now, var at))) {
            return problemOf(run);
        }
        Answer<List<Job>> jobs = attempt(() -> provider.runs().jobs(id, now.attempt()));
        offer.accept(new Change.JobsRead(id, now.attempt(), jobs));
        RunState known = state.get().run(id);
        boolean waits = now.status() == RunStatus.WAITING
                || known.pending().or(List.of()).stream().anyMatch(PendingApproval::blocks);
        if (waits || !known.pending().or(List.of()).isEmpty() || hasOffer(jobs)) {
            pending(id);
        }
        if (waits || known.reviews().value() == null) {
            read(() -> provider.approvals().reviews(id), a -> new Change.ReviewsRead(id, a));
        }
        return problemOf(jobs);
    }

    /// A job that waits where its run does not wait for it: whether it may be started is asked only while somebody
    /// looks at the run.
    private static boolean hasOffer(Answer<List<Job>> answer) {
        return answer instanceof Answer.Good<List<Job>>(List<Job> jobs, var at)
                && jobs.stream().anyMatch(job -> job.status() == RunStatus.WAITING);
    }

    private Optional<RemoteProblem> attempt(AttemptKey key) {
        Optional<RemoteProblem> run = read(
                () -> provider.runs().attempt(key.run(), key.number()), a -> new Change.AttemptRead(key, a));
        return run.or(() -> read(
                () -> provider.runs().jobs(key.run(), key.number()),
                a -> new Change.JobsRead(key.run(), key.number(), a)));
    }

    private Optional<RemoteProblem> pending(RunId id) {
        return read(() -> provider.approvals().pending(id), a -> new Change.PendingRead(id, a));
    }

    private Optional<RemoteProblem> changeRequests(RunId id) {
        Run run = state.get().run(id).run().value();
        return run == null
                ? Optional.empty()
                : read(() -> provider.changeRequests().of(run), a -> new Change.ChangeRequestsRead(id, a));
    }

    private Optional<RemoteProblem> inputs(InputsKey key) {
        List<Workflow> known = state.get().repository(key.repository()).workflows().or(List.of());
        return known.stream()
                .filter(w -> w.number() == key.workflow())
                .findFirst()
                .map(w -> read(() -> provider.workflows().manualStart(w, key.ref()),
                        a -> new Change.InputsRead(key, a)))
                .orElse(Optional.empty());
    }

    /// The log of a finished job never changes: one that was fetched before is used again.
    private LogFile log(JobKey job) throws RemoteFailure {
        Path file = fileOf(job);
        try {
            Files.createDirectories(logs);
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                return new LogFile(file, Files.size(file));
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RemoteFailure(
                    new RemoteProblem.NotKept("The log cannot be kept on this disk: " + e.getMessage()));
        }
        return provider.runs().log(job, file);
    }

    /// Logs lie under the number of their job alone: no text from outside becomes part of a path.
    private Path fileOf(JobKey job) {
        return logs
                .resolve(Long.toUnsignedString(job.run().number()) + "-" + Long.toUnsignedString(job.job()) + ".log");
    }

    /// Its failure is told where it was wanted, and is none of the connection.
    private Optional<RemoteProblem> save(Errand.SaveArtifact errand) {
        ArtifactSave wish = ResultErrands.wish(state.get(), errand);
        if (wish != null && wish.stage() == ArtifactSave.Stage.WANTED) {
            saves.save(wish);
        }
        return Optional.empty();
    }

    private <T> Optional<RemoteProblem> read(Read<T> read, Function<Answer<T>, @Nullable Change> change) {
        Answer<T> answer = attempt(read);
        Change made = change.apply(answer);
        if (made != null) {
            offer.accept(made);
        }
        return problemOf(answer);
    }

    private <T> Answer<T> attempt(Read<T> read) {
        try {
            return new Answer.Good<>(read.get(), clock.instant());
        } catch (RemoteFailure failure) {
            return new Answer.Bad<>(failure.problem(), clock.instant());
        }
    }

    private static <T> Optional<RemoteProblem> problemOf(Answer<T> answer) {
        return answer instanceof Answer.Bad<T>(RemoteProblem problem, var at) ? Optional.of(problem) : Optional.empty();
    }

    /// A read that may fail.
    interface Read<T> {
        T get() throws RemoteFailure;
    }
}
