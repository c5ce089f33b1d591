package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.port.RemoteFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Requests to one API server, with deadlines and ceilings. Only [#read] tries again, and only what changes nothing;
/// [#exchange] and [#open] put exactly one request on the wire.
final class ApiClient {

    static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int CEILING = 64 << 20;
    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final Transport transport;
    private final Credentials credentials;
    private final Failures failures;
    private final LongSupplier ticker;
    private final RandomGenerator random;
    private final String host;

    ApiClient(
            Transport transport, Credentials credentials, Failures failures, LongSupplier ticker,
            RandomGenerator random, String host) {
        this.transport = transport;
        this.credentials = credentials;
        this.failures = failures;
        this.ticker = ticker;
        this.random = random;
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

    /// Reads; anything but a good answer is a failure. Faults are tried three times in all, a refused credential is
    /// fetched anew once.
    ApiAnswer read(ApiCall call) throws RemoteFailure {
        long start = ticker.getAsLong();
        for (int tried = 1;; tried++) {
            try {
                ApiAnswer answer = exchange(call);
                if (answer.status() == 401 && credentials.refused()) {
                    answer = exchange(call);
                }
                return good(answer);
            } catch (RemoteFailure e) {
                boolean late = ticker.getAsLong() - start > DEADLINE.toNanos() / 2;
                if (tried == TRIES || late || !mayPass(e.problem()) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                pause(FIRST_WAIT.multipliedBy(1L << tried).toMillis());
            }
        }
    }

    /// A server fault or a connection that broke; who cannot even be connected to will not be in half a second.
    private static boolean mayPass(RemoteProblem problem) {
        return problem instanceof RemoteProblem.ServerFault
                || problem instanceof RemoteProblem.Unreachable(String ignored, Sent sent) && sent == Sent.MAYBE;
    }

    private void pause(long millis) throws RemoteFailure {
        try {
            long jitter = random.nextLong(Math.max(1, millis / 2));
            if (new CountDownLatch(1).await(millis + jitter, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody opens this latch");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
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

    /// The whole of an answer whose head has come.
    ApiAnswer rest(Exchange exchange) throws RemoteFailure {
        return new ApiAnswer(exchange.status(), exchange.headers(), drain(exchange, ticker.getAsLong()));
    }

    private byte[] drain(Exchange exchange, long start) throws RemoteFailure {
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
