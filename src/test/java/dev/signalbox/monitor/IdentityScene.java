package dev.signalbox.monitor;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.domain.cluster.ClusterTrust;
import dev.signalbox.port.ClusterTrusts;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A cluster behind a name, what is known of it, and whoever looks at it.
abstract class IdentityScene {

    static final ConnectionId PROD = new ConnectionId("prod-eu");
    static final ClusterFingerprint FIRST = new ClusterFingerprint("https://eu", "c0ffee", "uid-1");
    static final ClusterFingerprint OTHER = new ClusterFingerprint("https://us", "c0ffee", "uid-2");

    final Store store = new Store(new Reducer(), Runnable::run);
    final Trusts trusts = new Trusts();
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    @Nullable
    ClusterFingerprint there = FIRST;
    int reads;
    ClusterIdentityMonitor monitor = monitor();

    IdentityScene() {
        store.offer(new Change.ConnectionAdded(
                Connection.fresh(PROD, Connection.Kind.KUBERNETES, "https://eu")));
    }

    /// As after a start of the console.
    ClusterIdentityMonitor monitor() {
        return new ClusterIdentityMonitor(PROD, this::read, trusts, store, () -> now, "ada@desk");
    }

    private ClusterFingerprint read() throws RemoteFailure {
        reads++;
        if (there == null) {
            throw new RemoteFailure(new RemoteProblem.Unreachable("no answer", RemoteProblem.Sent.NOTHING));
        }
        return there;
    }

    static final class Trusts implements ClusterTrusts {

        final List<ClusterTrust> kept = new ArrayList<>();
        boolean broken;
        boolean unreadable;

        @Override
        public Optional<ClusterTrust> of(ConnectionId cluster) throws JournalFailure {
            work();
            if (unreadable) {
                throw new JournalFailure("the database is busy", new java.io.IOException("busy"));
            }
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
        }

        @Override
        public void keep(ClusterTrust trust) throws JournalFailure {
            work();
            kept.add(trust);
        }

        private void work() throws JournalFailure {
            if (broken) {
                throw new JournalFailure("the disk is full", new java.io.IOException("full"));
            }
        }
    }

    String doubt() {
        return Objects.requireNonNull(store.current().connections().get(PROD)).doubt().why();
    }

    String shown() {
        return Objects.requireNonNull(store.current().connections().get(PROD)).doubt().seen();
    }

    void nextStart() {
        monitor = monitor();
    }
}
