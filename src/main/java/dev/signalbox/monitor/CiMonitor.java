package dev.signalbox.monitor;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.port.CiProvider;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps everything of one CI provider fresh. What to read comes from [Errands]; this class only keeps the time:
/// no errand runs twice at once, a failing one slows down, and no more leave per minute than polling may use.
public final class CiMonitor {

    private static final int AT_ONCE = 10;

    /// Late is what waits for so many of its intervals, or for [#SLOWEST].
    private static final int LATE = 3;

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration OFTEN = Duration.ofSeconds(16);

    /// Runs that are listed as often as this keep their time also before what is late: what moves is promised within seconds, and
    /// takes two fifths of the rate at most.
    private static final Duration PROMPT = Duration.ofMillis(4500);
    private static final Duration SLOWEST = Duration.ofMinutes(10);

    /// Whether the server is there again is asked at least so often.
    private static final Duration PROBE = Duration.ofMinutes(1);

    /// So long without one answer, nothing could be read. Shorter, it may be one thing alone that fails.
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private final CiProvider provider;
    private final Store store;
    private final Errands errands;
    private final Reads reads;
    private final InstantSource clock;
    private final Executor workers;
    private final RequestPace pace;
    private final Map<Errand, Done> done = new HashMap<>();
    private final Map<Errand, Instant> running = new HashMap<>();
    private final Map<Errand, Instant> wantedSince = new HashMap<>();
    private Instant answeredAt = Instant.MIN;
    private Instant troubledAt = Instant.MIN;
    private Instant limitedUntil = Instant.MIN;
    private boolean asksOnce;

    /// @param away whether the server was not there, or not well: it said nothing of what it was asked
    private record Done(Instant at, int failures, boolean away) {

        Duration slowest(Errand errand) {
            return away && errand instanceof Errand.WhoAmI ? PROBE : SLOWEST;
        }

        /// How slow it had become in an outage tells nothing once that is over.
        Done afterOutage() {
            return away && failures > 1 ? new Done(at, 1, true) : this;
        }
    }

    /// @param workers run the reads; they block
    /// @param logs folder for fetched job logs
    /// @param reports how test reports are read
    public CiMonitor(CiProvider provider, Store store, InstantSource clock, Executor workers, Path logs,
            ReportSources reports) {
        this.provider = provider;
        this.store = store;
        this.clock = clock;
        this.workers = workers;
        this.pace = new RequestPace(provider.sent());
        this.errands = new Errands(provider.id(), provider.owners(), provider.serverTime());
        this.reads = new Reads(provider, store::current, store::offer, clock, logs, reports);
    }

    /// Asks at every step how much of the provider's limit may be used for what.
    public CiMonitor within(Supplier<PollingShare> share) {
        errands.within(share);
        return this;
    }

    /// Reads these repositories only, and those of the board.
    public CiMonitor only(RepositoryPicks picks) {
        errands.only(picks);
        return this;
    }

    /// Makes everything due again. While the connection waits for a limit one small thing is asked all the same: the
    /// limit may have been lifted before its time. Whether that leaves the house is for the provider to say.
    public synchronized void again() {
        done.clear();
        wantedSince.clear();
        asksOnce = true;
    }

    /// Starts what is due now; returns how long nothing more will be due, unless the state changes.
    public Duration step() {
        return step(() -> false);
    }

    /// Like [#step()], but starts nothing more once `stopped`.
    synchronized Duration step(BooleanSupplier stopped) {
        Instant now = clock.instant();
        if (!pace.refill(now, running.keySet())) {
            forgetWhatIsToCome(now);
        }
        Map<Errand, Duration> wanted = errands.wanted(store.current(), now);
        if (asksOnce && wanted.isEmpty()) {
            wanted = Map.of(new Errand.WhoAmI(), Duration.ZERO);
        }
        asksOnce = false;
        done.keySet().retainAll(wanted.keySet());
        wantedSince.keySet().retainAll(wanted.keySet());
        List<Map.Entry<Errand, Instant>> due = new ArrayList<>();
        wanted.forEach((errand, interval) -> {
            if (!running.containsKey(errand)) {
                due.add(Map.entry(errand, dueAt(errand, interval, now)));
            }
        });
        Map<Errand, Duration> intervals = wanted;
        Errand late = pace.hasForLate() ? latest(due, intervals, now) : null;
        // What is in sight or moves is wanted often; at the first start everything is due, and those come first.
        due.sort(Comparator.comparing((Map.Entry<Errand, Instant> e) -> mayWait(e.getKey()))
                .thenComparing(e -> !(e.getKey() instanceof Errand.ListRuns
                        && intervals.getOrDefault(e.getKey(), SLOWEST).compareTo(PROMPT) <= 0))
                .thenComparing(e -> !e.getKey().equals(late))
                .thenComparing(e -> e.getKey().urgency())
                .thenComparing(e -> intervals.getOrDefault(e.getKey(), SLOWEST).compareTo(OFTEN) > 0)
                .thenComparing(Map.Entry::getValue));
        for (Map.Entry<Errand, Instant> next : due) {
            // What is late has requests of its own: it goes on where what is looked at takes all others.
            boolean full = running.size() >= AT_ONCE || pace.isSpent() && !next.getKey().equals(late);
            if (!next.getValue().isAfter(now) && !(mayWait(next.getKey()) && full) && !stopped.getAsBoolean()) {
                if (next.getKey().equals(late)) {
                    pace.takeForLate(next.getKey());
                }
                start(next.getKey());
            }
        }
        return TICK;
    }

    private static boolean mayWait(Errand errand) {
        return errand.urgency() != Errand.Urgency.FOCUS;
    }

    /// What is late for the longest time, if something is.
    private static @Nullable Errand latest(
            List<Map.Entry<Errand, Instant>> due, Map<Errand, Duration> intervals, Instant now) {
        return due.stream()
                .filter(e -> mayWait(e.getKey()) && e.getValue()
                        .plus(min(intervals.getOrDefault(e.getKey(), SLOWEST).multipliedBy(LATE), SLOWEST))
                        .isBefore(now))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private Instant dueAt(Errand errand, Duration interval, Instant now) {
        Done last = done.get(errand);
        if (last == null) {
            return wantedSince.computeIfAbsent(errand, first -> now);
        }
        Duration wait = last.failures() == 0
                ? interval
                : min(last.slowest(errand), max(min(interval, Duration.ofMinutes(1)), Duration.ofSeconds(2)
                        .multipliedBy(1L << Math.min(last.failures(), 8))));
        return last.at().plus(wait);
    }

    private void start(Errand errand) {
        running.put(errand, clock.instant());
        pace.take(errand);
        workers.execute(() -> {
            Optional<RemoteProblem> problem = Optional.empty();
            try {
                problem = reads.run(errand);
            } finally {
                finish(errand, problem);
            }
        });
    }

    private synchronized void finish(Errand errand, Optional<RemoteProblem> problem) {
        Instant now = clock.instant();
        Instant began = Objects.requireNonNullElse(running.remove(errand), now);
        Done before = done.get(errand);
        int failures = problem.isEmpty() ? 0 : (before == null ? 1 : before.failures() + 1);
        done.put(errand, new Done(now, failures, problem.filter(why -> isAway(errand, why)).isPresent()));
        tell(errand, problem, began, now);
    }

    private void tell(Errand errand, Optional<RemoteProblem> problem, Instant began, Instant now) {
        ApiBudget budget = provider.budget().get();
        if (budget != null) {
            store.offer(new Change.BudgetRead(provider.id(), budget));
        }
        if (problem.filter(why -> isOfItsOwn(errand, why)).isPresent()) {
            return;
        }
        if (problem.isEmpty() || saysTheServerIsWell(errand, problem.get())) {
            if (isNews(errand, began, now)) {
                if (troubledAt.isAfter(answeredAt) && answeredAt.plus(OUTAGE).isBefore(now)) {
                    done.replaceAll((slow, last) -> last.afterOutage());
                }
                answeredAt = now;
                limitedUntil = Instant.MIN;
                store.offer(new Change.ConnectionAnswered(provider.id(), now));
            }
        } else {
            troubledAt = now;
            Instant retryAt = problem.get() instanceof RemoteProblem.RateLimited(var detail, var until) ? until : null;
            limitedUntil = Objects.requireNonNullElse(retryAt, Instant.MIN);
            store.offer(new Change.ConnectionTroubled(provider.id(), problem.get(), retryAt));
        }
    }

    /// Whether a good answer says that the trouble is over. One that was under way when the trouble came does not; and
    /// while a limit holds only the question that is asked for its sake does, since others may need no request.
    private boolean isNews(Errand errand, Instant began, Instant now) {
        return !began.isBefore(troubledAt) && (errand instanceof Errand.WhoAmI || !now.isBefore(limitedUntil));
    }

    /// What befell this machine, or one file alone, tells nothing of the server, neither good nor bad.
    private static boolean isOfItsOwn(Errand errand, RemoteProblem problem) {
        return problem instanceof RemoteProblem.NotKept
                || problem instanceof RemoteProblem.Unreadable && errand.isOfOneFile();
    }

    private static boolean isAway(Errand errand, RemoteProblem problem) {
        return problem instanceof RemoteProblem.Unreachable
                || problem instanceof RemoteProblem.ServerFault
                || problem instanceof RemoteProblem.Unreadable && !errand.isOfOneFile()
                || isRefusal(problem) && !saysTheServerIsWell(errand, problem);
    }

    /// One thing missing, forbidden or odd does not mean that the connection is down. But who we are every server tells
    /// that is well; and who sends us elsewhere is somebody that stands before it and wants a login.
    private static boolean saysTheServerIsWell(Errand errand, RemoteProblem problem) {
        boolean isMoved = problem instanceof RemoteProblem.Rejected(var detail, int status) && status / 100 == 3;
        return problem instanceof RemoteProblem.Forbidden
                || isRefusal(problem) && !isMoved && !(errand instanceof Errand.WhoAmI);
    }

    private static boolean isRefusal(RemoteProblem problem) {
        return problem instanceof RemoteProblem.NotFound
                || problem instanceof RemoteProblem.Conflict
                || problem instanceof RemoteProblem.Rejected;
    }

    /// What was noted at a later time than now was noted before the clock was set back, and would hold for as long: it
    /// counts as not read. A limit may be over, for all that is known.
    private void forgetWhatIsToCome(Instant now) {
        done.values().removeIf(last -> last.at().isAfter(now));
        wantedSince.replaceAll((errand, since) -> earlier(since, now));
        answeredAt = earlier(answeredAt, now);
        troubledAt = earlier(troubledAt, now);
        asksOnce = true;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
