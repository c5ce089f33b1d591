package dev.signalbox.provider.oauth;

import static dev.signalbox.provider.oauth.FakeGrants.NOW;
import static dev.signalbox.provider.oauth.FakeGrants.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The token is renewed for somebody else while the clock is looked at.
class RenewedMeanwhileTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeGrants outside = new FakeGrants();
    private Instant now = NOW;
    private @Nullable Runnable meanwhile;
    private int looks;
    private final RenewedToken token = new RenewedToken(
            outside, outside, pair(1), this::time, threads, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        token.close();
        threads.close();
    }

    private Instant time() {
        Runnable other = meanwhile;
        if (other != null && --looks == 0) {
            meanwhile = null;
            other.run();
        }
        return now;
    }

    private void renewedAtLook(int number) {
        looks = number;
        meanwhile = () -> {
            try {
                token.after("access-1");
            } catch (RemoteFailure e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    void whoeverWantsTheTokenGetsTheNewOne() throws RemoteFailure {
        now = NOW.plus(Duration.ofMinutes(121));
        renewedAtLook(2);

        assertThat(token.current()).isEqualTo("access-2");
        assertThat(outside.done()).containsExactly("renew refresh-1", "learn access-2", "keep access-2");
    }

    @Test
    void whoeverWasRefusedGetsTheNewOne() throws RemoteFailure {
        renewedAtLook(1);

        assertThat(token.after("access-1")).isEqualTo("access-2");
        assertThat(outside.done()).containsExactly("renew refresh-1", "learn access-2", "keep access-2");
    }
}
