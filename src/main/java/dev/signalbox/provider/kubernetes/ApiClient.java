package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.port.RemoteFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Requests to one API server, with deadlines and ceilings. Used through a reading and a writing transport; a client does
/// not know more than its transport what a fault means for it.
final class ApiClient {

    static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int CEILING = 64 << 20;

    private final Transport transport;
    private final Credentials credentials;
    private final Failures failures;
    private final LongSupplier ticker;
    private final String host;

    ApiClient(Transport transport, Credentials credentials, Failures failures, LongSupplier ticker, String host) {
        this.transport = transport;
        this.credentials = credentials;
        this.failures = failures;
        this.ticker = ticker;
        this.host = host;
    }

    /// Sends and reads the whole answer, good or bad.
    ///
    /// @throws RemoteFailure when none came, or not all of it
    ApiAnswer exchange(ApiCall call) throws RemoteFailure {
        long start = ticker.getAsLong();
        try (Exchange exchange = open(call)) {
            return new ApiAnswer(exchange.status(), exchange.headers(), drain(exchange, start));
        }
    }

    /// Reads; anything but a good answer is a failure. A refused credential is fetched anew once.
    ApiAnswer read(ApiCall call) throws RemoteFailure {
        ApiAnswer answer = exchange(call);
        if (answer.status() == 401 && credentials.refused()) {
            answer = exchange(call);
        }
        return good(answer);
    }

    /// The answer, if it is good.
    ApiAnswer good(ApiAnswer answer) throws RemoteFailure {
        if (answer.isGood()) {
            return answer;
        }
        throw new RemoteFailure(problem(answer));
    }

    /// What a refusal means.
    RemoteProblem problem(ApiAnswer answer) {
        if (answer.status() == 401) {
            credentials.refused();
        }
        return failures.of(answer, credentials.known());
    }

    /// Sends and returns as soon as the head of the answer is there; the caller closes it.
    Exchange open(ApiCall call) throws RemoteFailure {
        Credentials.Current who = credentials.now();
        try {
            return transport.open(call, who, DEADLINE);
        } catch (IOException e) {
            throw new RemoteFailure(Failures.silence(e, host));
        } catch (TimeoutException e) {
            throw new RemoteFailure(Failures.late(host, DEADLINE));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /// The rest of an answer, for callers that opened it themselves.
    byte[] drain(Exchange exchange, long start) throws RemoteFailure {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            while (true) {
                Duration left = DEADLINE.minusNanos(ticker.getAsLong() - start);
                if (left.isNegative()) {
                    throw new Exchange.Late();
                }
                byte[] piece = exchange.next(left);
                if (piece == null) {
                    return all.toByteArray();
                }
                if (all.size() + piece.length > CEILING) {
                    throw new RemoteFailure(new RemoteProblem.Unreadable("The cluster's answer is larger than 64 MB"));
                }
                all.writeBytes(piece);
            }
        } catch (Exchange.Late e) {
            throw new RemoteFailure(Failures.late(host, DEADLINE));
        } catch (IOException e) {
            throw new RemoteFailure(Failures.silence(e, host));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    static RemoteFailure interrupted() {
        Thread.currentThread().interrupt();
        return new RemoteFailure(new RemoteProblem.Unreachable("Stopped", Sent.MAYBE));
    }

    String host() {
        return host;
    }
}
