package dev.signalbox.monitor;

import dev.signalbox.domain.Connection.Doubt;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.domain.cluster.ClusterTrust;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.ClusterIdentity;
import dev.signalbox.port.ClusterTrusts;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks whether the cluster behind a name is still the one that was seen first: a kubeconfig may be led elsewhere, and a
/// cluster may be made anew. While it is another one, nothing there may be changed, until a person trusts it.
public final class ClusterIdentityMonitor {

    /// How long a look holds; a plan asks again when it is older.
    private static final Duration HOLDS = Duration.ofMinutes(5);

    /// After a look in vain. Shorter: somebody may wait for it.
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final int LONGEST = 600;

    private final ConnectionId cluster;
    private final ClusterIdentity identity;
    private final ClusterTrusts trusts;
    private final Store store;
    private final InstantSource clock;
    private final String operator;
    private @Nullable ClusterFingerprint trusted;
    /// Whether what was trusted before is known, be it that nothing was.
    private boolean recalled;
    /// Whether the last look was answered.
    private boolean answered;
    private Instant lookedAt = Instant.EPOCH;
    private Instant next = Instant.EPOCH;
    private Doubt doubt = Doubt.NONE;
    /// What the doubt is about.
    private @Nullable ClusterFingerprint doubted;

    /// @param operator who decides here, as others see it
    public ClusterIdentityMonitor(
            ConnectionId cluster, ClusterIdentity identity, ClusterTrusts trusts, Store store, InstantSource clock,
            String operator) {
        this.cluster = cluster;
        this.identity = identity;
        this.trusts = trusts;
        this.store = store;
        this.clock = clock;
        this.operator = operator;
    }

    /// Looks, unless the last look still holds. Blocks.
    public synchronized void look() {
        Instant begun = clock.instant();
        // Before the last look only when the clock was set back: nobody knows how long ago that was.
        if (begun.isBefore(next) && !begun.isBefore(lookedAt)) {
            return;
        }
        lookedAt = begun;
        recall();
        if (!recalled) {
            // Without what was trusted before, any cluster would be taken for one that is seen for the first time.
            next = clock.instant().plus(AGAIN);
            return;
        }
        try {
            ClusterFingerprint now = identity.read();
            answered = true;
            next = clock.instant().plus(HOLDS);
            compare(now);
        } catch (RemoteFailure unanswered) {
            // The connection itself tells that it does not answer.
            answered = false;
            next = clock.instant().plus(AGAIN);
        }
    }

    /// What stands against changes now, if anything does. Blocks when the last look no longer holds.
    public synchronized Optional<Permit> barrier() {
        look();
        if (!doubt.isEmpty()) {
            return Optional.of(Permit.held(
                    doubt.why(), "Open its sign in the top bar: if this is right, trust the cluster there."));
        }
        if (!recalled) {
            return Optional.of(Permit.held(
                    "It cannot be read which cluster “" + name() + "” was before.",
                    "Try again when the journal works."));
        }
        return !answered && trusted != null
                ? Optional.of(Permit.held(
                        "It is not known yet whether “" + name() + "” is still the same cluster.",
                        "Try again when it answers."))
                : Optional.empty();
    }

    /// A person's yes to the cluster as it was shown. It is looked at once more: a yes to what is no longer there has no
    /// effect. Written down first; without that it has none either. Blocks.
    ///
    /// @param shown what the doubt said was seen
    public synchronized void trust(String shown) {
        ClusterFingerprint meant = doubted;
        if (meant == null) {
            return;
        }
        if (!shown.equals(doubt.seen())) {
            add("It is not what was shown when you said yes. Look again.");
            return;
        }
        try {
            ClusterFingerprint now = identity.read();
            if (!now.equals(meant)) {
                compare(now);
                add("It has changed once more while you looked, so your yes was not taken.");
                return;
            }
            trusts.keep(new ClusterTrust(cluster, now, operator, clock.instant()));
            trusted = now;
            doubted = null;
            tell(Doubt.NONE);
        } catch (RemoteFailure unanswered) {
            add("It did not answer when you said yes, so your yes was not taken.");
        } catch (JournalFailure failure) {
            add("Your yes could not be written down: " + failure.getMessage());
        }
    }

    /// Beside the doubt, if there still is one; the next look says it without.
    private void add(String words) {
        if (!doubt.isEmpty()) {
            store.offer(new Change.ConnectionDoubted(
                    cluster, new Doubt(SafeText.line(doubt.why() + " " + words, LONGEST), doubt.seen())));
        }
    }

    private void recall() {
        if (!recalled) {
            try {
                trusted = trusts.of(cluster).map(ClusterTrust::fingerprint).orElse(null);
                recalled = true;
            } catch (JournalFailure failure) {
                // Nothing can be sent while the journal does not work; it is looked up again.
            }
        }
    }

    private void compare(ClusterFingerprint now) {
        ClusterFingerprint before = trusted;
        if (before != null && !before.mayBe(now)) {
            doubt(now, "“" + name() + "” is another cluster than before: "
                    + String.join("; ", before.differences(now)) + ".");
            return;
        }
        if (before == null || !before.or(now).equals(before)) {
            try {
                ClusterFingerprint known = now.or(before == null ? now : before);
                trusts.keep(new ClusterTrust(cluster, known, "", clock.instant()));
                trusted = known;
            } catch (JournalFailure failure) {
                // As above: nothing can be sent either.
            }
        }
        doubted = null;
        tell(Doubt.NONE);
    }

    private void doubt(ClusterFingerprint now, String why) {
        doubted = now;
        tell(new Doubt(SafeText.line(why, LONGEST), SafeText.line(now.words(), LONGEST)));
    }

    private void tell(Doubt words) {
        if (!words.equals(doubt)) {
            doubt = words;
            store.offer(new Change.ConnectionDoubted(cluster, words));
        }
    }

    private String name() {
        return SafeText.line(cluster.name(), 80);
    }
}
