package dev.signalbox.bench;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.monitor.CiMonitor;
import dev.signalbox.monitor.ReportSources;
import dev.signalbox.port.CiProvider;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.github.GitHubSettings;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.xml.JUnitReports;
import dev.signalbox.state.Change;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.RememberedTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Watching a busy account for a while, on a clock that the simulation turns: the real monitor and the real
/// provider against the practice server, every request over HTTP. Between two turns of the clock all reads come back,
/// so what a request takes in reality is added to each age.
final class CiSimulation {

    static final int REPOSITORIES = 30;
    static final int ACTIVE = 5;

    private static final Duration TURN = Duration.ofMillis(250);

    /// What an answer from GitHub usually takes, and the turn of the clock within which a change is noticed here.
    private static final Duration ALLOWANCE = Duration.ofMillis(300).plus(TURN);

    /// So many minutes pass until everything was read once, since those that nobody waits for are spread.
    private static final int SETTLED = 10;

    private static final Duration LOOKS_ELSEWHERE = Duration.ofMinutes(1);
    private static final ConnectionId GITHUB = new ConnectionId("GitHub");
    private static final long SEED = 20_261_101;

    private final AtomicReference<Instant> now;
    private final InstantSource clock;
    private final Duration lasts;
    private final Store store = new Store(new Reducer(), Runnable::run);
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<Long, String> known = new HashMap<>();
    private final Freshness<News> freshness = new Freshness<>(ALLOWANCE);
    private final List<Long> polled = new ArrayList<>();
    private final List<Integer> perMinute = new ArrayList<>();
    private final List<Integer> usedUp = new ArrayList<>();

    /// That a run is something else.
    private record News(Repository repository, long run, String is) {}

    /// @param start where the simulated clock begins
    /// @param lasts how far it goes, in whole minutes, more than ten
    CiSimulation(Instant start, Duration lasts) {
        this.lasts = lasts;
        now = new AtomicReference<>(start);
        clock = now::get;
    }

    /// @param countedPerHour requests that used up allowance in the first hour, estimated when it went less far
    /// @param mostPerMinute requests of any kind in the busiest minute
    /// @param ages nanoseconds from a change of a run in an active repository to the state, or to the end
    /// @param polled the same for somebody who reads every repository every five seconds
    record Result(double countedPerHour, int mostPerMinute, Timing ages, Timing polled) {}

    Result run() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Path logs = Files.createTempDirectory("signalbox-bench");
        Phaser reads = new Phaser(1);
        try (CiTeam team = new CiTeam(REPOSITORIES, ACTIVE, clock, random);
                Tap tap = new Tap(team.address());
                GitHub github = connect(tap.address(), random)) {
            tap.tell((line, nanos) -> requests.incrementAndGet());
            store.offer(new Change.ConnectionAdded(Connection.fresh(
                    GITHUB, Connection.Kind.GITHUB, tap.address().toString())));
            CiMonitor monitor = new CiMonitor(
                    onItsClock(github.provider()), store, clock, task -> start(task, reads), logs,
                    new ReportSources(new JUnitReports(), new RememberedTests(), ReportRules.USUAL, logs));
            Instant begin = now.get();
            for (Instant end = begin.plus(lasts); now.get().isBefore(end); now.set(now.get().plus(TURN))) {
                team.moveTo(now.get());
                note(team);
                monitor.step();
                reads.arriveAndAwaitAdvance();
                settle();
                Duration passed = Duration.between(begin, now.get());
                if (passed.isPositive() && passed.toMillis() % Duration.ofMinutes(1).toMillis() == 0) {
                    perMinute.add(requests.getAndSet(0));
                    var budget = Objects.requireNonNull(github.provider().budget().get(), "the server told its limit");
                    usedUp.add(budget.limit() - budget.remaining());
                }
                if (passed.toMillis() % LOOKS_ELSEWHERE.toMillis() == 0) {
                    lookAtSomething(team);
                }
            }
        } finally {
            Files.deleteIfExists(logs);
        }
        int most = perMinute.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return new Result(
                firstHour(usedUp), most, Timing.ofNanos(freshness.nanosAt(now.get())),
                Timing.ofNanos(polled.stream().mapToLong(Long::longValue).toArray()));
    }

    /// The minutes after {@link #SETTLED} are alike; those before are counted as they were.
    private static double firstHour(List<Integer> usedUp) {
        double aMinute = (usedUp.getLast() - usedUp.get(SETTLED - 1)) / (double) (usedUp.size() - SETTLED);
        return usedUp.get(SETTLED - 1) + (60 - SETTLED) * aMinute;
    }

    private GitHub connect(URI address, RandomGenerator random) {
        HttpRuntime runtime = new HttpRuntime(clock, System::nanoTime, random, Thread.ofVirtual().factory());
        return GitHub.open(new GitHubSettings(GITHUB, List.of("acme"),
                HttpSettings.of(GitHub.base(address.toString()), Credential.bearer(CiTeam.TOKEN), runtime)));
    }

    /// The team's server dates its answers by this machine's clock, whatever time it plays.
    private CiProvider onItsClock(CiProvider p) {
        return new CiProvider(
                p.id(), p.kind(), p.address(), p.owners(), p.accounts(), p.repositories(), p.workflows(), p.runs(),
                p.artifacts(), p.approvals(), p.environments(), p.deployments(), p.freezes(), p.releases(),
                p.commits(), p.changeRequests(), p.changeProposals(), p.commands(), p.sender(), p.capabilities(),
                p.budget(), clock::instant, p.sent(), p.urgent());
    }

    private static void start(Runnable task, Phaser reads) {
        reads.register();
        Thread.startVirtualThread(() -> {
            try {
                task.run();
            } finally {
                reads.arriveAndDeregister();
            }
        });
    }

    /// Notes which runs have changed.
    private void note(CiTeam team) {
        for (Repository repository : team.world().repositories()) {
            boolean active = store.current().repository(id(repository)).runs().or(List.of()).stream()
                    .anyMatch(run -> run.status().isUnfinished());
            for (Run run : repository.runs()) {
                String is = run.latest().number() + run.status().wire();
                if (!is.equals(known.put(run.id(), is)) && run.createdAt().isAfter(now.get().minus(lasts))) {
                    if (active) {
                        freshness.changed(new News(repository, run.id(), is), now.get());
                    }
                    long five = Duration.ofSeconds(5).toMillis();
                    polled.add(Duration.ofMillis(five - Math.floorMod(now.get().toEpochMilli(), five)).plus(ALLOWANCE)
                            .toNanos());
                }
            }
        }
    }

    /// Notes which changes are in the state by now. A later change of the same run shows an earlier one too.
    private void settle() {
        freshness.settle(
                news -> store.current().repository(id(news.repository())).runs().or(List.of()).stream()
                        .filter(run -> run.id().number() == news.run())
                        .anyMatch(run -> {
                            String is = run.attempt() + run.status().name().toLowerCase(Locale.ROOT);
                            return is.equals(news.is()) || is.equals(known.get(news.run()));
                        }),
                now.get());
    }

    /// Somebody has one of the unfinished runs open.
    private void lookAtSomething(CiTeam team) throws IOException {
        Repository open = team.world().repositories().stream().filter(team::isActive).findFirst()
                .orElseThrow(() -> new IOException("nothing is active"));
        RunId run = new RunId(id(open), open.runs().getFirst().id());
        store.offer(new Change.FocusMoved(
                "runs", Focus.NOWHERE.withRuns(Set.of(run))));
    }

    private static RepositoryId id(Repository repository) {
        return new RepositoryId(GITHUB, repository.owner(), repository.name());
    }
}
