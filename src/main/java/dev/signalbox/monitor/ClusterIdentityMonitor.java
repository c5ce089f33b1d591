package dev.signalbox.monitor;

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

    private static final int LONGEST = 400;

    private final ConnectionId cluster;
    private final ClusterIdentity identity;
    private final ClusterTrusts trusts;
    private final Store store;
    private final InstantSource clock;
    private final String operator;
    private @Nullable ClusterFingerprint trusted;
    private @Nullable ClusterFingerprint seen;
    /// Whether what was trusted before is known, be it that nothing was.
    private boolean recalled;
    /// Whether the last look was answered.
    private boolean answered;
    private Instant next = Instant.EPOCH;
    private String doubt = "";

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
        if (clock.instant().isBefore(next)) {
            return;
        }
        recall();
        if (!recalled) {
            // Without what was trusted before, any cluster would be taken for one that is seen for the first time.
            next = clock.instant().plus(AGAIN);
            return;
        }
        try {
            seen = identity.read();
            answered = true;
            next = clock.instant().plus(HOLDS);
            compare(seen);
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
                    doubt, "Open its sign in the top bar: if this is right, trust the cluster there."));
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

    /// A person's yes to the cluster as it was seen last. Written down first; without that it has no effect.
    public synchronized void trust() {
        ClusterFingerprint now = seen;
        if (now == null || doubt.isEmpty()) {
            return;
        }
        try {
            trusts.keep(new ClusterTrust(cluster, now, operator, clock.instant()));
            trusted = now;
            tell("");
        } catch (JournalFailure failure) {
            String why = doubt + " Your yes could not be written down: " + failure.getMessage();
            store.offer(new Change.ConnectionDoubted(cluster, SafeText.line(why, LONGEST)));
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
            tell(SafeText.line(
                    "“" + name() + "” is another cluster than before: "
                            + String.join("; ", before.differences(now)) + ".",
                    LONGEST));
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
        tell("");
    }

    private void tell(String words) {
        if (!words.equals(doubt)) {
            doubt = words;
            store.offer(new Change.ConnectionDoubted(cluster, words));
        }
    }

    private String name() {
        return SafeText.line(cluster.name(), 80);
    }
}
