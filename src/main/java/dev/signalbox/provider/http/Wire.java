package dev.signalbox.provider.http;

import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.text.SecretBytes;
import dev.signalbox.provider.http.WireAnswer.Flaw;
import dev.signalbox.provider.http.WireAnswer.Framing;
import dev.signalbox.provider.http.WireFailure.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends one request and reads its answer, bounded in time and size; no policy. Each exchange runs on a thread of its
/// own while the caller waits, because a name lookup or a TLS handshake cannot be ended otherwise.
final class Wire implements AutoCloseable {

    /// Error answers carry a sentence, not a document.
    private static final long MOST_OF_AN_ERROR = 1L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final HttpSettings settings;
    private final CloseableHttpClient reading;
    private final CloseableHttpClient writing;
    private final ExecutorService threads;
    // kept so that it stays silenced
    private final java.util.logging.Logger libraryLog = WireClient.silenced();
    private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Wire(HttpSettings settings) {
        this.settings = settings;
        SSLContext trust = TrustedServers.context(settings.trusted());
        this.reading = WireClient.reading(settings, trust);
        this.writing = WireClient.writing(settings, trust);
        this.threads = Executors.newThreadPerTaskExecutor(settings.runtime().threads());
    }

    /// One exchange.
    WireAnswer exchange(Outgoing out) throws WireFailure {
        HttpUriRequestBase request = new HttpUriRequestBase(out.method(), out.uri());
        out.headers().forEach(request::setHeader);
        byte[] body = out.body();
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, null));
            request.setHeader("Connection", "close");
        }
        Attempt attempt =
                new Attempt(request, settings.runtime().ticker(), settings.limits().connect(), out.deadline());
        running.add(attempt);
        try {
            if (closed) {
                throw new WireFailure(Reason.CLOSED, Sent.NOTHING, null);
            }
            return await(threads.submit(() -> talk(out, attempt)), attempt);
        } catch (RejectedExecutionException closedMeanwhile) {
            throw new WireFailure(Reason.CLOSED, Sent.NOTHING, null);
        } finally {
            running.remove(attempt);
        }
    }

    private static WireAnswer await(Future<WireAnswer> future, Attempt attempt) throws WireFailure {
        while (true) {
            try {
                return future.get(Math.max(1, attempt.nanosLeft()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (attempt.nanosLeft() <= 0) {
                    throw ended(future, attempt, Reason.DEADLINE);
                }
            } catch (InterruptedException e) {
                WireFailure failure = ended(future, attempt, Reason.INTERRUPTED);
                Thread.currentThread().interrupt();
                throw failure;
            } catch (ExecutionException e) {
                // The library says of a client that was closed meanwhile that its state is illegal.
                if (e.getCause() instanceof RuntimeException bug && !attempt.isClosed()) {
                    LOG.warn("an exchange failed in an unexpected way: {}", bug.getClass().getName());
                }
                throw new WireFailure(attempt.isClosed() ? Reason.CLOSED : Reason.BROKEN, attempt.sent(), e.getCause());
            }
        }
    }

    private static WireFailure ended(Future<WireAnswer> future, Attempt attempt, Reason reason) {
        Sent sent = attempt.giveUp();
        future.cancel(true);
        return new WireFailure(reason, sent, null);
    }

    private WireAnswer talk(Outgoing out, Attempt attempt) throws IOException, HttpException {
        CloseableHttpClient client = out.body() == null ? reading : writing;
        try {
            while (true) {
                Instant sentAt = settings.runtime().clock().instant();
                try {
                    ClassicHttpResponse response = client.executeOpen(
                            RoutingSupport.determineHost(attempt.request()), attempt.request(),
                            WireClient.context(attempt));
                    return answer(out, attempt, response, sentAt);
                } catch (OnceExecutor.UnusableConnection e) {
                    // Nothing was sent on it; the next one is another kept connection or a new one.
                }
            }
        } finally {
            attempt.end();
        }
    }

    private WireAnswer answer(Outgoing out, Attempt attempt, ClassicHttpResponse response, Instant sentAt)
            throws IOException {
        try {
            if (attempt.sent() == Sent.NOTHING) {
                throw new IOException("the proxy answered " + response.getCode());
            }
            return read(out, attempt, response, sentAt);
        } finally {
            close(response);
        }
    }

    private static void close(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            LOG.trace("the rest of an answer could not be read"); // what matters of it is known already
        }
    }

    private WireAnswer read(Outgoing out, Attempt attempt, ClassicHttpResponse response, Instant sentAt) {
        Instant receivedAt = settings.runtime().clock().instant();
        AnswerHeaders headers = headers(response);
        HttpEntity entity = response.getEntity();
        int status = response.getCode();
        if (entity == null) {
            return new WireAnswer(status, headers, new byte[0], 0, null, Framing.EXACT, sentAt, receivedAt);
        }
        Framing framing = entity.getContentLength() < 0 && !entity.isChunked() ? Framing.BY_CLOSE : Framing.EXACT;
        boolean good = status >= 200 && status < 300;
        Download.Into into = good ? out.into() : null;
        if (into != null) {
            out.flowing().run();
        }
        BodyReader reader = new BodyReader(good ? out.most() : Math.min(out.most(), MOST_OF_AN_ERROR),
                into == null ? n -> {} : pace(attempt).andThen(into.progress()));
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        Flaw flaw = into == null ? copy(reader, entity, memory) : copy(reader, entity, into);
        if (flaw != null) {
            attempt.request().cancel(); // closing alone would first read the rest, which may have no end
        }
        byte[] body = flaw == null ? memory.toByteArray() : new byte[0];
        return new WireAnswer(status, headers, body, reader.length(), flaw, framing, sentAt, receivedAt);
    }

    private static @Nullable Flaw copy(BodyReader reader, HttpEntity entity, OutputStream out) {
        try {
            return reader.copy(entity, out);
        } catch (BodyReader.NotKept e) {
            return Flaw.NOT_KEPT;
        }
    }

    private @Nullable Flaw copy(BodyReader reader, HttpEntity entity, Download.Into into) {
        SecretBytes known = settings.runtime().known().get().bytes();
        try (OutputStream file = Files.newOutputStream(
                into.file(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = into.text() && !known.isEmpty() ? new CleanOutput(file, known) : file) {
            return reader.copy(entity, out);
        } catch (IOException e) {
            return Flaw.NOT_KEPT;
        }
    }

    /// A download must go on at least at the slowest speed allowed, and end some time.
    private LongConsumer pace(Attempt attempt) {
        HttpLimits limits = settings.limits();
        long step = Math.max(1, limits.slowest() * limits.slowestOver().toMillis() / 1000);
        attempt.downloads(limits.downloadDeadline());
        attempt.keepsPace(limits.slowestOver());
        return new LongConsumer() {
            private long goal = step;

            @Override
            public void accept(long bytes) {
                if (bytes >= goal) {
                    goal = bytes + step;
                    attempt.keepsPace(limits.slowestOver());
                }
            }
        };
    }

    private static AnswerHeaders headers(ClassicHttpResponse response) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            all.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return new AnswerHeaders(all);
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(Attempt::close);
        reading.close(CloseMode.IMMEDIATE);
        writing.close(CloseMode.IMMEDIATE);
        threads.shutdownNow();
    }
}
