package dev.signalbox.provider.oauth;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.port.Grants;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SignIn;
import dev.signalbox.provider.http.Credential;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The token of one account, renewed shortly before it ends, or when the server refuses it. There is one renewal at a
/// time, and whoever needs a token meanwhile waits for it. It runs on a thread of its own: the server forgets the old pair
/// as it answers, so an answer that is on its way must be kept, whoever has stopped waiting.
///
/// Nothing is asked unless what is kept can be had, and so be replaced. The next pair is on the disk before it is used. When
/// that fails after all, it is used from memory, and kept as soon as that can be done.
public final class RenewedToken implements Credential.Source, AutoCloseable {

    /// Longer than the request for the next pair may take, and whatever keeps it.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// At its end the console waits so long for an answer that is on its way.
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final SignIn server;
    private final Grants grants;
    private final InstantSource clock;
    private final Executor threads;
    private final Duration farewell;
    private final HeldGrant held;
    private @Nullable Renewal running;
    private boolean closed;

    /// @param grant what is kept now
    /// @param threads runs a renewal beside whoever waits for it
    public RenewedToken(SignIn server, Grants grants, Grant grant, InstantSource clock, Executor threads) {
        this(server, grants, grant, clock, threads, FAREWELL);
    }

    RenewedToken(
            SignIn server, Grants grants, Grant grant, InstantSource clock, Executor threads, Duration farewell) {
        this.farewell = farewell;
        this.server = server;
        this.grants = grants;
        this.clock = clock;
        this.threads = threads;
        held = new HeldGrant(grant, clock.instant());
    }

    @Override
    public String current() throws RemoteFailure {
        keepWhatIsOwed();
        HeldGrant.Seen seen = held.seen(clock.instant());
        if (!seen.due()) {
            return seen.grant().token().reveal();
        }
        try {
            return renewed(seen.grant());
        } catch (RemoteFailure e) {
            if (seen.grant().hasEnded(clock.instant())) {
                throw e;
            }
            return seen.grant().token().reveal();
        }
    }

    @Override
    public String after(String refused) throws RemoteFailure {
        HeldGrant.Seen seen = held.seen(clock.instant());
        String now = seen.grant().token().reveal();
        return !now.equals(refused) || seen.young() ? now : renewed(seen.grant());
    }

    @Override
    public List<String> secrets() {
        return held.secrets();
    }

    /// The application that somebody has signed in to.
    public String clientId() {
        return held.newest().clientId();
    }

    /// Somebody has signed in again, and what came of it is kept.
    public void take(Grant fresh) {
        grants.learn(fresh);
        held.take(fresh, clock.instant());
    }

    /// @param seen the pair that is of no use any more
    private String renewed(Grant seen) throws RemoteFailure {
        RemoteFailure obstacle = held.obstacle(clock.instant());
        if (obstacle != null) {
            throw obstacle;
        }
        Renewal renewal = instead(seen);
        if (renewal != null) {
            renewal.await();
        }
        return held.newest().token().reveal();
    }

    /// The renewal that goes on, or a new one; nothing when it has just come to its end.
    private synchronized @Nullable Renewal instead(Grant seen) {
        return running != null || held.newest() == seen ? start() : null;
    }

    private synchronized void keepWhatIsOwed() {
        if (held.isOwed(clock.instant())) {
            start();
        }
    }

    private synchronized Renewal start() {
        Renewal there = running;
        if (there != null) {
            return there;
        }
        Renewal fresh = new Renewal();
        if (closed) {
            fresh.end(stopped());
            return fresh;
        }
        running = fresh;
        try {
            threads.execute(fresh);
        } catch (RejectedExecutionException ending) {
            fresh.end(stopped());
        }
        return fresh;
    }

    private synchronized void over() {
        running = null;
    }

    /// Starts no renewal any more, and waits a little for the answer that is on its way.
    @Override
    public void close() {
        Renewal last;
        synchronized (this) {
            closed = true;
            last = running;
        }
        try {
            if (last != null && !last.over.await(farewell.toSeconds(), TimeUnit.SECONDS)) {
                last.end(stopped());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RemoteFailure stopped() {
        return new RemoteFailure(new RemoteProblem.Unreachable("Stopped while the token was renewed", Sent.NOTHING));
    }

    /// One renewal, for all who wait for it.
    private final class Renewal implements Runnable {

        private final CountDownLatch over = new CountDownLatch(1);
        private volatile @Nullable RemoteFailure why;

        @Override
        public void run() {
            RemoteFailure failure = stopped();
            try {
                renew();
                failure = null;
            } catch (RemoteFailure e) {
                failure = e;
            } finally {
                end(failure);
            }
        }

        private void renew() throws RemoteFailure {
            Grant mine = held.kept();
            Grant there = grants.kept();
            if (!there.equals(mine)) {
                // Somebody else has it in hand: another process, or a person who has signed in anew.
                take(there);
            } else if (held.newest() != mine || hasNext(mine)) {
                keep(mine);
            }
        }

        /// Whether the server gave the next pair. Where it refuses because somebody else was faster, theirs is kept by now.
        private boolean hasNext(Grant mine) throws RemoteFailure {
            try {
                Grant next = server.renew(mine);
                grants.learn(next);
                held.become(next, clock.instant());
                return true;
            } catch (RemoteFailure e) {
                Grant there = e.problem() instanceof RemoteProblem.SignInEnded ? grants.kept() : mine;
                if (there.equals(mine)) {
                    throw e;
                }
                take(there);
                return false;
            }
        }

        private void keep(Grant mine) {
            Grant next = held.newest();
            try {
                if (grants.replace(mine, next)) {
                    held.isKept(next);
                } else {
                    take(grants.kept());
                }
            } catch (RemoteFailure notNow) {
                // It goes on with the next pair all the same: the one that is kept is of no use any more.
                held.isNotKept(clock.instant());
            }
        }

        void end(@Nullable RemoteFailure failure) {
            if (failure != null) {
                why = failure;
                held.failed(failure, clock.instant());
            }
            over();
            over.countDown();
        }

        void await() throws RemoteFailure {
            try {
                if (!over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new RemoteFailure(
                            new RemoteProblem.Unreachable("The token was not renewed in time", Sent.NOTHING));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stopped();
            }
            RemoteFailure failure = why;
            if (failure != null) {
                throw failure;
            }
        }
    }
}
