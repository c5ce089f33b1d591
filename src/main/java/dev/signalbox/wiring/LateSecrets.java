package dev.signalbox.wiring;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SecretBytes;
import dev.signalbox.history.logs.LogArchive;
import dev.signalbox.port.JournalFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A secret may become known after a log that holds it was fetched: once it is, logs that lie on the disk are gone through
/// in the background, until all were. A console that ends before begins with it again at its next start.
final class LateSecrets {

    private static final Logger LOG = Logger.getLogger(LateSecrets.class.getName());

    /// Until it is tried again, while something is just being written.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// Times of files are no finer than this on some systems.
    private static final Duration GRAIN = Duration.ofSeconds(3);

    private final KnownSecrets known;
    private final LogArchive kept;
    private final List<Path> caches;
    private final InstantSource clock;
    private final Executor workers;
    private final Set<String> done = new HashSet<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private Set<String> doing = Set.of();
    private Instant since = Instant.MIN;
    private volatile Instant restUntil = Instant.MIN;

    /// @param caches folders with logs below them
    LateSecrets(KnownSecrets known, LogArchive kept, List<Path> caches, InstantSource clock, Executor workers) {
        this.known = known;
        this.kept = kept;
        this.caches = List.copyOf(caches);
        this.clock = clock;
        this.workers = workers;
    }

    /// Goes through everything if there is a new secret, unless it is at that already; returns at once.
    void step() {
        if (!clock.instant().isBefore(restUntil) && busy.compareAndSet(false, true)) {
            workers.execute(() -> {
                try {
                    forget();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void forget() {
        Set<String> fresh = known.besides(done);
        if (fresh.isEmpty()) {
            return;
        }
        if (!fresh.equals(doing)) {
            doing = fresh;
            since = Instant.MIN;
        }
        Instant begun = clock.instant();
        boolean cached = inCaches(fresh);
        if (inKept(fresh) && cached) {
            done.addAll(fresh);
        } else {
            restUntil = begun.plus(PAUSE);
        }
    }

    private boolean inCaches(Set<String> fresh) {
        SecretBytes secrets = new Redaction(fresh).bytes();
        if (secrets.isEmpty()) {
            return true;
        }
        Instant begun = clock.instant();
        BlottedLogs logs = new BlottedLogs(secrets, since, LateSecrets::isStopped);
        caches.forEach(logs::in);
        if (!logs.hasMissed()) {
            since = begun.minus(GRAIN);
        }
        return !logs.hasMissed() && !logs.isFetching();
    }

    private boolean inKept(Set<String> fresh) {
        try {
            return kept.forget(fresh, LateSecrets::isStopped);
        } catch (JournalFailure failure) {
            if (!isStopped()) {
                LOG.log(Level.WARNING, "Kept logs still hold a new secret: {0}", failure.getMessage());
            }
            return false;
        }
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }
}
