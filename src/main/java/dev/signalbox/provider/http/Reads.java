package dev.signalbox.provider.http;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.WireFailure.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Reads by one policy: redirects of our own, conditional where an answer was kept, tried again when the network or the
/// server failed (never when the server said no), all within one deadline.
final class Reads {

    /// How far a read may be sent on.
    enum Follow {
        /// Within the account's own server.
        WITHIN_ORIGIN,
        /// To storage servers too, without any credential.
        ANYWHERE
    }

    /// A final answer.
    ///
    /// @param at the address that gave it
    /// @param kept for a 304: the answer that still holds
    /// @param movedTo where the address asked for has moved for good
    record Fetched(WireAnswer answer, URI at, EtagStore.@Nullable Kept kept, @Nullable ApiUrl movedTo) {}

    private final HttpSettings settings;
    private final Wire wire;
    private final HostGates gates;
    private final RateGate rates;
    private final ServerClock serverClock;
    private final Problems problems;
    private final EtagStore etags;
    private final CountDownLatch closed;
    private final RequestHeaders headers;
    private final HostGate downloads;
    private final HostGate texts;
    private final AtomicLong sentSoFar = new AtomicLong();

    Reads(
            HttpSettings settings,
            Wire wire,
            HostGates gates,
            RateGate rates,
            ServerClock serverClock,
            Problems problems,
            EtagStore etags,
            CountDownLatch closed) {
        this.settings = settings;
        this.wire = wire;
        this.gates = gates;
        this.rates = rates;
        this.serverClock = serverClock;
        this.problems = problems;
        this.etags = etags;
        this.closed = closed;
        this.headers = new RequestHeaders(settings);
        // One more than may come at once: a gate keeps its last place for actions.
        this.downloads = new HostGate(HttpLimits.DOWNLOADS + 1, Duration.ZERO, settings.runtime().ticker());
        this.texts = new HostGate(HttpLimits.DOWNLOADS + 1, Duration.ZERO, settings.runtime().ticker());
    }

    /// The time of one read: so long it may wait for its first turn, and as long again it has from then on.
    private final class Term {

        private long end = end();
        private boolean begun;

        void begin() {
            if (!begun) {
                begun = true;
                end = end();
            }
        }

        long left() {
            return end - settings.runtime().ticker().getAsLong();
        }

        private long end() {
            return settings.runtime().ticker().getAsLong() + settings.limits().readDeadline().toNanos();
        }
    }

    /// Reads until an answer is final; any status but a redirect is.
    Fetched fetch(ApiRequest request, Follow follow) throws RemoteFailure {
        return fetch(request, follow, null);
    }

    /// The same into a file, of which only few come at once. A log, which somebody waits for, does not wait for archives.
    Fetched download(ApiRequest request, Follow follow, Download.Into into) throws RemoteFailure {
        String host = settings.base().origin().host();
        HostGate few = into.text() ? texts : downloads;
        try (HostGate.Place place = few.read(request.priority(), settings.limits().downloadDeadline())) {
            return fetch(request, follow, into);
        } catch (TimeoutException e) {
            throw new RemoteFailure(problems.of(new WireFailure(Reason.DEADLINE, Sent.NOTHING, null), host));
        } catch (InterruptedException e) {
            throw interrupted(host);
        }
    }

    private Fetched fetch(ApiRequest request, Follow follow, Download.@Nullable Into into) throws RemoteFailure {
        if (request.url().refusal().isPresent()) {
            throw new RemoteFailure(problems.refused(request.url().refusal().get()));
        }
        URI at = request.url().uri();
        if (!headers.isOwn(Origin.of(at)) && follow == Follow.WITHIN_ORIGIN) {
            throw new RemoteFailure(problems.refused("The address is not one of " + settings.base().origin().host()));
        }
        Term term = new Term();
        boolean stranger = false;
        ApiUrl movedTo = null;
        for (int hop = 0; hop <= Redirects.MOST; hop++) {
            stranger = stranger || !headers.isOwn(Origin.of(at));
            Hop one = new Hop(at, !stranger, request, into, term);
            WireAnswer answer = one.answer();
            if (!Redirects.isOne(answer.status())) {
                return new Fetched(answer, at, answer.status() == 304 ? one.kept : null, movedTo);
            }
            URI to = Redirects.target(at, answer.headers());
            if (to == null || (follow == Follow.WITHIN_ORIGIN && !headers.isOwn(Origin.of(to)))) {
                throw new RemoteFailure(problems.of(answer, host(at), Optional.empty()));
            }
            if (hop == 0 && Redirects.isPermanent(answer.status()) && headers.isOwn(Origin.of(to))) {
                movedTo = ApiUrl.given(to);
            }
            at = to;
        }
        throw new RemoteFailure(problems.unreadable(host(at) + " sends from one address to the next without end"));
    }

    /// Requests to the account's own server so far, without those of actions.
    long sent() {
        return sentSoFar.get();
    }

    static String key(URI at, Map<String, String> extra, Credential credential) {
        return credential.fingerprint() + " " + new TreeMap<>(extra) + " " + at;
    }

    private static String host(URI at) {
        return at.getHost();
    }

    /// One address, tried until it answers.
    private final class Hop {

        private final URI at;
        private final boolean own;
        private final ApiRequest request;
        private final Download.@Nullable Into into;
        private final Term term;
        private final EtagStore.@Nullable Kept kept;

        Hop(URI at, boolean own, ApiRequest request, Download.@Nullable Into into, Term term) {
            this.at = at;
            this.own = own;
            this.request = request;
            this.into = into;
            this.term = term;
            this.kept = own && into == null
                    ? etags.find(key(at, request.headers(), settings.credential())).orElse(null)
                    : null;
        }

        WireAnswer answer() throws RemoteFailure {
            for (int n = 1;; n++) {
                boolean last = n >= settings.limits().tries();
                try {
                    WireAnswer answer = once();
                    if (last || !isWorthAnotherTry(answer) || !pause(n)) {
                        return answer;
                    }
                } catch (WireFailure e) {
                    if (last || !isWorthAnotherTry(e) || !pause(n)) {
                        throw new RemoteFailure(problems.of(e, host(at)));
                    }
                }
            }
        }

        private WireAnswer once() throws WireFailure, RemoteFailure {
            Origin origin = Origin.of(at);
            if (origin == null) {
                throw new RemoteFailure(problems.refused("The address has no host"));
            }
            refuseWhileFrozen();
            Credential sent = own ? settings.credential().now() : Credential.none();
            WireAnswer answer = exchange(origin, sent);
            if (own && answer.status() == 401 && !Problems.isPage(answer)) {
                Optional<Credential> other = settings.credential().after(sent);
                if (other.isPresent()) {
                    answer = exchange(origin, other.get());
                }
            }
            if (own) {
                serverClock.observe(answer);
                Optional<Instant> limited = rates.observe(answer);
                if (limited.isPresent()) {
                    throw new RemoteFailure(problems.of(answer, host(at), limited));
                }
            }
            return answer;
        }

        private WireAnswer exchange(Origin origin, Credential sent) throws WireFailure, RemoteFailure {
            try (HostGate.Place place = gates.of(origin).read(request.priority(), Duration.ofNanos(term.left()))) {
                term.begin();
                refuseWhileFrozen();
                if (own && request.priority().compareTo(Priority.ACTION) > 0) {
                    sentSoFar.incrementAndGet();
                }
                return wire.exchange(outgoing(sent, place::close));
            } catch (TimeoutException e) {
                throw new WireFailure(Reason.DEADLINE, Sent.NOTHING, null);
            } catch (InterruptedException e) {
                throw interrupted(host(at));
            }
        }

        private void refuseWhileFrozen() throws RemoteFailure {
            boolean held = own && request.priority() != Priority.UNCOUNTED;
            Optional<RemoteProblem.RateLimited> frozen = held ? rates.frozen() : Optional.empty();
            if (frozen.isPresent()) {
                throw new RemoteFailure(frozen.get());
            }
        }

        private Outgoing outgoing(Credential sent, Runnable flowing) {
            Map<String, String> all =
                    new LinkedHashMap<>(own ? headers.own(request.headers(), sent) : headers.foreign());
            if (kept != null) {
                all.put("If-None-Match", kept.etag());
            }
            long most = into == null
                    ? settings.limits().answerBytes()
                    : Math.min(settings.limits().downloadBytes(), into.most());
            return new Outgoing("GET", at, all, null, Duration.ofNanos(Math.max(1, term.left())), most, into, flowing);
        }

        /// Waits before the next try; not at all when there would be no time left for it.
        private boolean pause(int tries) throws RemoteFailure {
            double jitter = 0.5 + settings.runtime().random().nextDouble();
            long nanos = (long) (settings.limits().firstPause().toNanos() * (1L << (tries - 1)) * jitter);
            if (nanos >= term.left()) {
                return false;
            }
            try {
                return !closed.await(nanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                throw interrupted(host(at));
            }
        }
    }

    private RemoteFailure interrupted(String host) {
        Thread.currentThread().interrupt();
        return new RemoteFailure(problems.of(new WireFailure(Reason.INTERRUPTED, Sent.NOTHING, null), host));
    }

    private static boolean isWorthAnotherTry(WireAnswer answer) {
        boolean failed = answer.status() == 408 || answer.status() >= 500;
        boolean told = answer.headers().first("Retry-After").isPresent();
        return (failed && !told && answer.status() != 501 && answer.status() != 511)
                || answer.flaw() == WireAnswer.Flaw.CUT_SHORT;
    }

    private static boolean isWorthAnotherTry(WireFailure failure) {
        return failure.reason == Reason.BROKEN
                && !(failure.getCause() instanceof SSLException)
                && !Problems.isForeign(failure.getCause());
    }
}
