package dev.signalbox.practice.story;

import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Run;
import dev.signalbox.practice.github.world.TestFailure;
import dev.signalbox.practice.github.world.World;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// When the practice team does what: two releases wait for approval at once, a rollout is moving, checkout goes bad after
/// twenty seconds, and somewhere someone builds something every half minute.
final class Script implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Script.class.getName());
    private static final Duration LOOKS_AT_CHECKOUT = Duration.ofSeconds(1);
    private static final Duration ANOTHER_APPROVAL = Duration.ofSeconds(100);
    private static final TestFailure FLAKY = new TestFailure("PostingIT", "balances_after_concurrent_postings", 52,
            "[0.00]", "[120.00]");
    private static final int SHORTEST_PAUSE_MILLIS = 20_000;
    private static final int LONGEST_PAUSE_MILLIS = 40_000;

    private final World world;
    private final Teamwork team;
    private final PlatformWork platform;
    private final InstantSource clock;
    private final ScheduledExecutorService ticks;
    private final RandomGenerator random;
    private @Nullable Run checkout;
    private @Nullable ScheduledFuture<?> approving;
    private @Nullable ScheduledFuture<?> answering;
    private @Nullable ScheduledFuture<?> later;
    private @Nullable ScheduledFuture<?> working;
    private boolean closed;

    Script(World world, Teamwork team, PlatformWork platform, InstantSource clock, ScheduledExecutorService ticks,
            RandomGenerator random) {
        this.world = world;
        this.team = team;
        this.platform = platform;
        this.clock = clock;
        this.ticks = ticks;
        this.random = random;
    }

    /// What happened in the hours before someone opened the console.
    void prelude() {
        Instant now = clock.instant();
        People people = world.people();
        team.pushFlaky("ledger", "Post both sides in one transaction", now.minus(Duration.ofHours(6)), FLAKY);
        team.push("search", "Tune ranking weights", now.minus(Duration.ofHours(3)), "integration-tests");
        team.release("web-frontend", "v5.20.0", Catalogue.PRODUCTION, people.developers().getFirst(),
                now.minus(Duration.ofMinutes(14)));
        team.release("payments-api", "v2.8.0-rc.3", Catalogue.PRODUCTION, people.developers().get(1),
                now.minus(Duration.ofMinutes(9)));
        team.push("web-frontend", "Show stock in the basket drawer", now.minusSeconds(30), null);
        team.release("catalog", "v9.3.0", Catalogue.PRODUCTION, people.developers().getLast(), now.minusSeconds(26));
        checkout = team.release("checkout", "v2.14.1", Catalogue.PRODUCTION, people.developers().get(2), now);
        world.tick(now);
        platform.prelude();
    }

    synchronized void start() {
        long millis = LOOKS_AT_CHECKOUT.toMillis();
        approving =
                ticks.scheduleWithFixedDelay(() -> safely(this::letCheckoutIn), millis, millis, TimeUnit.MILLISECONDS);
        Instant began = clock.instant();
        answering = ticks.scheduleWithFixedDelay(
                () -> safely(() -> platform.answerAsColleague(began)), millis, millis, TimeUnit.MILLISECONDS);
        later = ticks.schedule(() -> safely(this::askForAnother), ANOTHER_APPROVAL.toMillis(), TimeUnit.MILLISECONDS);
        pause();
    }

    private synchronized void letCheckoutIn() {
        Run run = checkout;
        if (run == null || team.approveAsColleague(run, "Fine on staging since yesterday")) {
            checkout = null;
            cancel(approving);
        }
    }

    private void askForAnother() {
        team.release("search", "v1.8.7", Catalogue.PRODUCTION, world.people().developers().getLast(), clock.instant());
        platform.release("notifications", "v1.12.1", Catalogue.PRODUCTION, clock.instant());
    }

    private synchronized void pause() {
        if (!closed) {
            int millis = random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
            working = ticks.schedule(this::workAndPause, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void workAndPause() {
        safely(team::work);
        safely(platform::work);
        safely(this::pause);
    }

    /// A deed that fails must not end the story.
    private static void safely(Runnable deed) {
        try {
            deed.run();
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the story is over", e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a part of the practice story failed", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        cancel(approving);
        cancel(answering);
        cancel(later);
        cancel(working);
    }

    private static void cancel(@Nullable ScheduledFuture<?> future) {
        if (future != null) {
            future.cancel(false);
        }
    }
}
