package dev.signalbox.provider.http;

import dev.signalbox.domain.RemoteProblem.Sent;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// One try of one request. Decides, without any race, whether something may have been sent when the caller gives up:
/// the first byte is written only after the step from WAITING to SENT, and giving up before it makes that step
/// impossible. Its deadline moves: first to stand connected, then for the whole exchange, then by a download's pace.
final class Attempt {

    private enum Stage {
        WAITING,
        SENT,
        GIVEN_UP
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final HttpUriRequestBase request;
    private final LongSupplier ticker;
    private volatile long fullDeadline;
    private volatile long deadline;
    private volatile boolean closed;

    Attempt(HttpUriRequestBase request, LongSupplier ticker, Duration connect, Duration whole) {
        this.request = request;
        this.ticker = ticker;
        long now = ticker.getAsLong();
        this.fullDeadline = now + whole.toNanos();
        this.deadline = now + Math.min(connect.toNanos(), whole.toNanos());
    }

    HttpUriRequestBase request() {
        return request;
    }

    /// Called right before the first byte is written.
    void sending() throws InterruptedIOException {
        if (!stage.compareAndSet(Stage.WAITING, Stage.SENT)) {
            throw new InterruptedIOException("given up before it was sent");
        }
        deadline = fullDeadline;
    }

    /// Ends the attempt from outside.
    ///
    /// @return what may have left this machine
    Sent giveUp() {
        boolean nothing = stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
        request.cancel();
        return nothing || stage.get() == Stage.GIVEN_UP ? Sent.NOTHING : Sent.MAYBE;
    }

    /// Ends the attempt because the door is closed.
    void close() {
        closed = true;
        giveUp();
    }

    boolean isClosed() {
        return closed;
    }

    Sent sent() {
        return stage.get() == Stage.SENT ? Sent.MAYBE : Sent.NOTHING;
    }

    /// Nanoseconds until the deadline, which may have moved since.
    long nanosLeft() {
        return deadline - ticker.getAsLong();
    }

    /// A download begins, which has so long altogether.
    void downloads(Duration whole) {
        fullDeadline = ticker.getAsLong() + whole.toNanos();
    }

    /// A download keeps its pace: it has until then to go on.
    void keepsPace(Duration more) {
        long now = ticker.getAsLong();
        deadline = now + Math.min(more.toNanos(), fullDeadline - now);
    }

    void end() {
        ended.countDown();
    }

    CountDownLatch ended() {
        return ended;
    }
}
