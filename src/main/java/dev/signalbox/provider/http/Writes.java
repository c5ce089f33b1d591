package dev.signalbox.provider.http;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.WireFailure.Reason;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Sends a write exactly once and tells which of three things became of it: refused or never sent is "not applied",
/// a complete yes is "applied", everything else is "unknown" and must be settled by reading.
final class Writes {

    private final HttpSettings settings;
    private final Wire wire;
    private final HostGates gates;
    private final RateGate rates;
    private final ServerClock serverClock;
    private final Problems problems;
    private final StrictJson json;
    private final RequestHeaders headers;

    Writes(
            HttpSettings settings,
            Wire wire,
            HostGates gates,
            RateGate rates,
            ServerClock serverClock,
            Problems problems,
            StrictJson json) {
        this.settings = settings;
        this.wire = wire;
        this.gates = gates;
        this.rates = rates;
        this.serverClock = serverClock;
        this.problems = problems;
        this.json = json;
        this.headers = new RequestHeaders(settings);
    }

    SendOutcome send(ApiWrite write) {
        if (write.url().refusal().isPresent()) {
            return new SendOutcome.NotApplied(problems.refused(write.url().refusal().get()));
        }
        URI at = write.url().uri();
        Origin origin = settings.base().origin();
        if (!headers.isOwn(Origin.of(at))) {
            return new SendOutcome.NotApplied(problems.refused("The address is not one of " + origin.host()));
        }
        Optional<RemoteProblem.RateLimited> frozen = rates.frozen();
        if (frozen.isPresent()) {
            return new SendOutcome.NotApplied(frozen.get());
        }
        Credential sent;
        try {
            sent = settings.credential().now();
        } catch (RemoteFailure nothingToSend) {
            return new SendOutcome.NotApplied(nothingToSend.problem());
        }
        try (HostGate.Place place = gates.of(origin).write()) {
            frozen = rates.frozen();
            return frozen.isPresent() ? new SendOutcome.NotApplied(frozen.get()) : exchange(write, at, sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return outcome(new WireFailure(Reason.INTERRUPTED, Sent.NOTHING, null), at);
        }
    }

    /// Asks by POST, once. Gives the answer when it is JSON, and also when it refuses in the words of OAuth, `{"error": …}`
    /// (RFC 6749, 5.2): the words decide what comes next.
    WireAnswer ask(ApiWrite question) throws RemoteFailure {
        URI at = question.url().refusal().isPresent() ? null : question.url().uri();
        if (at == null || !headers.isOwn(Origin.of(at))) {
            throw new RemoteFailure(problems.refused("The address is not one of " + settings.base().origin().host()));
        }
        try (HostGate.Place place = gates.of(settings.base().origin()).write()) {
            Optional<RemoteProblem.RateLimited> frozen = rates.frozen();
            if (frozen.isPresent()) {
                throw new RemoteFailure(frozen.get());
            }
            WireAnswer answer = wire.exchange(outgoing(question, at, settings.credential().now()));
            serverClock.observe(answer);
            Optional<Instant> limited = rates.observe(answer);
            boolean usable = answer.flaw() == null && !Problems.isSignInPage(answer) && limited.isEmpty();
            if (!usable || !(answer.isGood() || problems.saysError(answer))) {
                throw new RemoteFailure(problems.of(answer, at.getHost(), limited));
            }
            return answer;
        } catch (WireFailure e) {
            throw new RemoteFailure(problems.of(e, at.getHost()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure(
                    problems.of(new WireFailure(Reason.INTERRUPTED, Sent.NOTHING, null), at.getHost()));
        }
    }

    private Outgoing outgoing(ApiWrite write, URI at, Credential sent) {
        HttpLimits limits = settings.limits();
        return new Outgoing(write.method(), at, headers.own(write.headers(), sent), write.bytes(),
                limits.writeDeadline(),
                limits.answerBytes(), null, () -> {});
    }

    private SendOutcome exchange(ApiWrite write, URI at, Credential sent) {
        WireAnswer answer;
        try {
            answer = wire.exchange(outgoing(write, at, sent));
        } catch (WireFailure e) {
            return outcome(e, at);
        }
        serverClock.observe(answer);
        Optional<Instant> limited = rates.observe(answer);
        if (answer.isGood()) {
            return applied(write, answer, at);
        }
        RemoteProblem problem = problems.of(answer, at.getHost(), limited);
        int status = answer.status();
        boolean refused = status >= 300 && status < 500 && status != 408;
        return refused ? new SendOutcome.NotApplied(problem) : new SendOutcome.Unknown(problem);
    }

    private SendOutcome outcome(WireFailure failure, URI at) {
        RemoteProblem problem = problems.of(failure, at.getHost());
        return failure.sent == Sent.NOTHING ? new SendOutcome.NotApplied(problem) : new SendOutcome.Unknown(problem);
    }

    /// A yes counts only when it was heard to its end and says what it should.
    private SendOutcome applied(ApiWrite write, WireAnswer answer, URI at) {
        if (answer.flaw() != null || Problems.isSignInPage(answer)) {
            return new SendOutcome.Unknown(problems.of(answer, at.getHost(), Optional.empty()));
        }
        boolean empty = answer.body().length == 0;
        boolean mustBeJson = write.answer() == ApiWrite.Expected.JSON || (!empty && saysJson(answer));
        if (mustBeJson) {
            try {
                json.tree(answer.body());
            } catch (RemoteFailure e) {
                return new SendOutcome.Unknown(problems.unreadable(e.problem().detail()));
            }
        }
        return new SendOutcome.Applied(answer.status(), problems.withoutSecrets(answer.body()));
    }

    private static boolean saysJson(WireAnswer answer) {
        String type = answer.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("/json") || type.contains("+json");
    }
}
