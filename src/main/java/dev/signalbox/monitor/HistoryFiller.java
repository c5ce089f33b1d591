package dev.signalbox.monitor;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Backfill;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.RunHistory;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Fetches older runs, their earlier attempts and their jobs when nobody needs the requests: one page or attempt at a time,
/// far apart, never while the budget runs short or somebody acts. How far it came is on disk with what it fetched, so the
/// next start goes on there.
public final class HistoryFiller {

    /// After a failure; doubles with each further one.
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /// Of each workflow: a little more than what is looked at to tell what is usual. Of all others only those that failed.
    private static final int NEWEST = 50;

    private static final int MOST = 5_000;

    /// Pages of runs, earlier attempts, jobs.
    private static final int KINDS = 3;

    private final Map<ConnectionId, CiProvider> providers;
    private final RunHistory memory;
    private final Store store;
    private final Troubles troubles;
    private final InstantSource clock;
    private final Executor workers;
    private final FillingOrder order;
    private final AttemptBacklog jobs;
    private final AttemptBacklog attempts;
    private final AtomicBoolean busy = new AtomicBoolean();
    private Instant lastAt = Instant.MIN;
    private volatile Instant nextAt = Instant.MIN;
    private int failures;
    private int turn;

    /// @param providers read anew each time: some come later
    /// @param wanted how far back runs are fetched; none when it is zero
    /// @param workers run the reads; they block
    public HistoryFiller(
            Map<ConnectionId, CiProvider> providers,
            RunHistory memory,
            Store store,
            Troubles troubles,
            InstantSource clock,
            Executor workers,
            Duration wanted) {
        this.providers = Collections.unmodifiableMap(providers);
        this.memory = memory;
        this.store = store;
        this.troubles = troubles;
        this.clock = clock;
        this.workers = workers;
        this.order = new FillingOrder(memory, wanted, clock.instant());
        this.jobs = new AttemptBacklog(
                (id, oldest) -> memory.withoutJobs(id, oldest, NEWEST, MOST), wanted, clock.instant());
        this.attempts = new AttemptBacklog(
                (id, oldest) -> memory.missingAttempts(id, oldest, MOST), wanted, clock.instant());
    }

    /// Fetches a page if the time has come; returns at once.
    public void step() {
        Instant now = clock.instant();
        // Before the last one only when the clock was set back: then it is time.
        boolean isEarly = now.isBefore(nextAt) && !now.isBefore(lastAt);
        if (isEarly || FillingPace.isBusy(store.current(), now) || !busy.compareAndSet(false, true)) {
            return;
        }
        lastAt = now;
        workers.execute(() -> {
            try {
                fillOne(store.current(), now);
            } finally {
                busy.set(false);
            }
        });
    }

    private void fillOne(ConsoleState state, Instant now) {
        try {
            readOne(state, now);
            failures = 0;
            troubles.with("backfill", "");
        } catch (RemoteFailure failure) {
            rest(now, failure.problem());
        } catch (JournalFailure failure) {
            // The keeper of runs tells what is wrong with the history; both write to the same file.
            rest(now, new RemoteProblem.Unreadable(String.valueOf(failure.getMessage())));
        }
        store.offer(new Change.HistoryProgressed(order.progress(jobs.size() + attempts.size())));
    }

    /// By turns: a page of runs is nothing without what took how long in them, and pages alone take hours.
    private void readOne(ConsoleState state, Instant now) throws RemoteFailure, JournalFailure {
        Optional<FillingOrder.Span> page = order.next(state, id -> isReady(state, id, now));
        Predicate<RepositoryId> ready = id -> !order.isSkipped(id) && isReady(state, id, now);
        Optional<AttemptKey> earlier = attempts.next(order.repositories(), ready, now);
        Optional<AttemptKey> jobless = jobs.next(order.repositories(), ready, now);
        nextAt = now.plus(FillingPace.IDLE);
        for (int tried = 0; tried < KINDS; tried++) {
            int kind = turn;
            turn = (turn + 1) % KINDS;
            if (kind == 0 && page.isPresent()) {
                fetch(page.get(), now);
                return;
            }
            if (kind == 1 && earlier.isPresent()) {
                readAttempt(earlier.get(), now);
                return;
            }
            if (kind == 2 && jobless.isPresent()) {
                readJobs(jobless.get(), now);
                return;
            }
        }
    }

    private void fetch(FillingOrder.Span span, Instant now) throws RemoteFailure, JournalFailure {
        CiProvider provider = providers.get(span.repository().connection());
        if (provider == null) {
            return;
        }
        List<Run> runs = created(provider, span);
        Backfill reached = order.reached(span, runs);
        memory.keep(reached, runs);
        order.note(span, reached, runs);
        attempts.renew(span.repository());
        jobs.renew(span.repository());
        nextAt = now.plus(FillingPace.between(provider.budget().get()));
    }

    private List<Run> created(CiProvider provider, FillingOrder.Span span) throws RemoteFailure {
        try {
            return provider.runs().created(span.repository(), span.from(), span.until());
        } catch (RemoteFailure failure) {
            if (failure.problem() instanceof RemoteProblem.NotFound
                    || failure.problem() instanceof RemoteProblem.Forbidden) {
                order.skip();
            }
            throw failure;
        }
    }

    /// The attempts before the last one, which alone is in a list of runs: the first one tells how long a run takes, and one
    /// that failed before another of the same commit went well that something is flaky.
    private void readAttempt(AttemptKey attempt, Instant now) throws RemoteFailure, JournalFailure {
        CiProvider provider = providers.get(attempt.run().repository().connection());
        if (provider == null) {
            return;
        }
        nextAt = now.plus(FillingPace.between(provider.budget().get()));
        Run read = attemptOf(provider, attempt);
        if (read == null || read.attempt() != attempt.number() || !read.id().equals(attempt.run())) {
            attempts.gone(attempt);
            return;
        }
        memory.keep(List.of(read), List.of(), List.of());
        attempts.done(attempt);
        jobs.renew(attempt.run().repository());
    }

    private @Nullable Run attemptOf(CiProvider provider, AttemptKey attempt) throws RemoteFailure {
        try {
            return provider.runs().attempt(attempt.run(), attempt.number());
        } catch (RemoteFailure failure) {
            if (failure.problem() instanceof RemoteProblem.NotFound) {
                return null;
            }
            if (failure.problem() instanceof RemoteProblem.Forbidden) {
                attempts.skip(attempt.run().repository());
            }
            throw failure;
        }
    }

    private void readJobs(AttemptKey attempt, Instant now) throws RemoteFailure, JournalFailure {
        CiProvider provider = providers.get(attempt.run().repository().connection());
        if (provider == null) {
            return;
        }
        nextAt = now.plus(FillingPace.between(provider.budget().get()));
        memory.keepJobs(attempt, jobsOf(provider, attempt));
        jobs.done(attempt);
    }

    /// None of a run that is gone, so that it is not asked for again.
    private List<Job> jobsOf(CiProvider provider, AttemptKey attempt) throws RemoteFailure {
        try {
            return provider.runs().jobs(attempt.run(), attempt.number());
        } catch (RemoteFailure failure) {
            if (failure.problem() instanceof RemoteProblem.NotFound) {
                return List.of();
            }
            if (failure.problem() instanceof RemoteProblem.Forbidden) {
                jobs.skip(attempt.run().repository());
            }
            throw failure;
        }
    }

    private void rest(Instant now, RemoteProblem problem) {
        Duration pause = PAUSE.multipliedBy(1L << Math.min(failures++, 6));
        Instant until = problem instanceof RemoteProblem.RateLimited limited && limited.until() != null
                ? limited.until()
                : now;
        nextAt = until.isAfter(now.plus(pause)) ? until : now.plus(pause);
    }

    private boolean isReady(ConsoleState state, RepositoryId id, Instant now) {
        CiProvider provider = providers.get(id.connection());
        var connection = state.connections().get(id.connection());
        if (provider == null || connection == null || connection.retryAt() != null) {
            return false;
        }
        ApiBudget budget = provider.budget().get();
        return FillingPace.maySpend(budget, now);
    }
}
