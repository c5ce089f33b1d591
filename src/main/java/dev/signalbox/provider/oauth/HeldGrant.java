package dev.signalbox.provider.oauth;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one account's grant: the newest one, the one that is kept, and how the last renewal ended. Rules only;
/// nothing here waits.
final class HeldGrant {

    /// After a renewal that failed, everybody is told so for this long, and nothing is asked.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// A token that is refused soon after it was renewed was not refused for its age.
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private Grant newest;
    private Grant kept;
    private Instant since;
    private String before = "";
    private @Nullable Instant renewedAt;
    private @Nullable RemoteFailure failure;
    private Instant failedAt = Instant.MIN;
    private Instant notKeptAt = Instant.MIN;

    /// @param kept what is kept now
    HeldGrant(Grant kept, Instant now) {
        this.kept = kept;
        newest = kept;
        since = now;
    }

    synchronized Grant newest() {
        return newest;
    }

    synchronized Grant kept() {
        return kept;
    }

    /// The newest one as it stands now. Looked at one after the other, the answers could be of two.
    synchronized Seen seen(Instant now) {
        return new Seen(newest, newest.isDue(since, now), isYoung(now));
    }

    /// @param due whether it is to be renewed
    /// @param young whether it came so lately that another one would be refused as well
    record Seen(Grant grant, boolean due, boolean young) {}

    /// Whether the newest one is in memory only, and it is time to try to keep it.
    synchronized boolean isOwed(Instant now) {
        return newest != kept && isOver(notKeptAt, PAUSE, now);
    }

    private boolean isYoung(Instant now) {
        return renewedAt != null && !isOver(renewedAt, YOUNG, now);
    }

    /// Why there is no renewal now; absent when there may be one. A sign-in that has ended stays so.
    synchronized @Nullable RemoteFailure obstacle(Instant now) {
        RemoteFailure why = failure;
        boolean forGood = why != null && why.problem() instanceof RemoteProblem.SignInEnded;
        return forGood || !isOver(failedAt, PAUSE, now) ? why : null;
    }

    /// The server gave the next one.
    synchronized void become(Grant next, Instant now) {
        before = newest.token().reveal();
        newest = next;
        since = now;
        renewedAt = now;
        failure = null;
    }

    /// Another one may be kept than is known here. Where it is the one that is known, a newer one in memory goes on,
    /// and can be kept at once: the server has forgotten the other.
    synchronized void take(Grant other, Instant now) {
        if (newest != kept && other.equals(kept)) {
            failure = null;
            notKeptAt = Instant.MIN;
            return;
        }
        become(other, now);
        kept = other;
        renewedAt = null;
    }

    synchronized void isKept(Grant next) {
        kept = next;
    }

    synchronized void isNotKept(Instant now) {
        notKeptAt = now;
    }

    synchronized void failed(RemoteFailure why, Instant now) {
        failure = why;
        failedAt = now;
    }

    /// The newest token, and the one before: a request with it may still be on its way.
    synchronized List<String> secrets() {
        String token = newest.token().reveal();
        return before.isEmpty() ? List.of(token) : List.of(token, before);
    }

    /// A clock that was set back must not make anybody wait.
    private static boolean isOver(Instant begun, Duration length, Instant now) {
        return begun.equals(Instant.MIN) || now.isBefore(begun) || !now.isBefore(begun.plus(length));
    }
}
