package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem.Sent;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private final AtomicLong nanos = new AtomicLong();
    private final HttpUriRequestBase request = new HttpUriRequestBase("POST", URI.create("http://127.0.0.1/"));
    private final Attempt attempt =
            new Attempt(request, nanos::get, Duration.ofSeconds(10), Duration.ofSeconds(30));

    @Test
    void givenUpBeforeItWasSentItCanNeverBeSent() {
        assertThat(attempt.giveUp()).isEqualTo(Sent.NOTHING);
        assertThat(request.isCancelled()).isTrue();
        assertThatThrownBy(attempt::sending).isInstanceOf(InterruptedIOException.class);
        assertThat(attempt.sent()).isEqualTo(Sent.NOTHING);
        assertThat(attempt.giveUp()).isEqualTo(Sent.NOTHING);
    }

    @Test
    void onceItIsBeingSentNobodyCanSayThatNothingWas() throws Exception {
        attempt.sending();
        assertThat(attempt.sent()).isEqualTo(Sent.MAYBE);
        assertThat(attempt.giveUp()).isEqualTo(Sent.MAYBE);
    }

    @Test
    void isSentOnceOnly() throws Exception {
        attempt.sending();
        assertThatThrownBy(attempt::sending).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void hasTimeToConnectThenForTheWholeThenAsLongAsItKeepsItsPace() throws Exception {
        assertThat(Duration.ofNanos(attempt.nanosLeft())).isEqualTo(Duration.ofSeconds(10));
        nanos.set(Duration.ofSeconds(4).toNanos());
        attempt.sending();
        assertThat(Duration.ofNanos(attempt.nanosLeft())).isEqualTo(Duration.ofSeconds(26));
        nanos.set(Duration.ofSeconds(29).toNanos());
        attempt.downloads(Duration.ofMinutes(30));
        attempt.keepsPace(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(attempt.nanosLeft())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aDownloadThatKeepsItsPaceEndsWithItsWholeTime() throws Exception {
        attempt.sending();
        attempt.downloads(Duration.ofMinutes(30));
        nanos.set(Duration.ofMinutes(30).minusSeconds(5).toNanos());
        attempt.keepsPace(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(attempt.nanosLeft())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void closingTheDoorIsNotAnOrdinaryFailure() {
        assertThat(attempt.isClosed()).isFalse();
        attempt.close();
        assertThat(attempt.isClosed()).isTrue();
        assertThat(attempt.sent()).isEqualTo(Sent.NOTHING);
    }
}
