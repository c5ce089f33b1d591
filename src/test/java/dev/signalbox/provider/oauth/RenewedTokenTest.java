package dev.signalbox.provider.oauth;

import static dev.signalbox.provider.oauth.FakeGrants.NOW;
import static dev.signalbox.provider.oauth.FakeGrants.away;
import static dev.signalbox.provider.oauth.FakeGrants.locked;
import static dev.signalbox.provider.oauth.FakeGrants.over;
import static dev.signalbox.provider.oauth.FakeGrants.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewedTokenTest {

    private static final Duration NEARLY_OVER = Duration.ofMinutes(116);
    private static final Duration OVER = Duration.ofMinutes(121);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeGrants outside = new FakeGrants();
    private volatile Instant now = NOW;
    private final RenewedToken token = new RenewedToken(
            outside, outside, pair(1), () -> now, threads, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        token.close();
        threads.close();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private RemoteProblem problem() {
        return Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, token::current)).problem();
    }

    @Test
    void aTokenThatIsGoodIsSentAndNobodyIsAsked() throws RemoteFailure {
        pass(Duration.ofMinutes(110));

        assertThat(token.current()).isEqualTo("access-1");
        assertThat(outside.done()).isEmpty();
    }

    @Test
    void shortlyBeforeTheEndTheNextPairIsOnTheDiskBeforeItIsUsed() throws RemoteFailure {
        pass(NEARLY_OVER);

        assertThat(token.current()).isEqualTo("access-2");
        assertThat(outside.done()).containsExactly("renew refresh-1", "learn access-2", "keep access-2");
        assertThat(outside.stored()).isEqualTo(pair(2));
        assertThat(token.current()).isEqualTo("access-2");
        assertThat(outside.done()).hasSize(3);
    }

    @Test
    void afterALongSleepTheFirstRequestRenews() throws RemoteFailure {
        pass(Duration.ofDays(3));

        assertThat(token.current()).isEqualTo("access-2");
    }

    @Test
    void whateverHasToWaitWaitsForTheOneRenewal() throws Exception {
        pass(OVER);
        CountDownLatch answer = outside.hold();
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(threads.submit(token::current));
        }
        all.add(threads.submit(() -> token.after("access-1")));
        outside.awaitAsked();
        answer.countDown();

        for (Future<String> each : all) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo("access-2");
        }
        assertThat(outside.done()).containsExactly("renew refresh-1", "learn access-2", "keep access-2");
    }

    @Test
    void anAnswerThatIsOnItsWayIsKeptThoughNobodyWaitsAnyMore() throws Exception {
        pass(OVER);
        CountDownLatch answer = outside.hold();
        Future<String> impatient = threads.submit(token::current);
        outside.awaitAsked();
        impatient.cancel(true);
        answer.countDown();

        assertThat(token.current()).isEqualTo("access-2");
        assertThat(outside.stored()).isEqualTo(pair(2));
    }

    @Test
    void theEndOfTheConsoleWaitsForTheAnswer() throws Exception {
        pass(OVER);
        CountDownLatch answer = outside.hold();
        Future<String> waiting = threads.submit(token::current);
        outside.awaitAsked();
        Future<?> closing = threads.submit(token::close);
        answer.countDown();
        closing.get(60, TimeUnit.SECONDS);

        assertThat(outside.stored()).isEqualTo(pair(2));
        assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo("access-2");
        pass(OVER.multipliedBy(2));
        assertThat(problem()).isInstanceOf(RemoteProblem.Unreachable.class);
    }

    @Test
    void aTokenThatIsStillGoodIsSentThoughItCouldNotBeRenewed() throws RemoteFailure {
        outside.serverFails(away());
        pass(NEARLY_OVER);

        assertThat(token.current()).isEqualTo("access-1");
        outside.serverFails(null);
        assertThat(token.current()).as("asked again a little later").isEqualTo("access-1");
        pass(Duration.ofSeconds(11));
        assertThat(token.current()).isEqualTo("access-2");
    }

    @Test
    void whereTheNetworkIsAwayAnEndedTokenIsAProblemOfTheNetwork() throws RemoteFailure {
        outside.serverFails(away());
        pass(OVER);

        assertThat(problem()).isEqualTo(away());
        assertThat(problem()).isEqualTo(away());
        assertThat(outside.done()).as("not asked for every request").hasSize(1);
        outside.serverFails(null);
        pass(Duration.ofSeconds(11));
        assertThat(token.current()).isEqualTo("access-2");
    }

    @Test
    void aRefusalForGoodStaysUntilSomebodySignsIn() throws RemoteFailure {
        outside.serverFails(over());
        pass(OVER);
        assertThat(problem()).isEqualTo(over());
        pass(Duration.ofDays(1));
        assertThat(problem()).isEqualTo(over());
        assertThat(outside.done()).hasSize(1);

        token.take(pair(7, now.plusSeconds(7200)));

        assertThat(token.current()).isEqualTo("access-7");
        assertThat(outside.done()).last().isEqualTo("learn access-7");
    }

    @Test
    void nothingIsAskedWhileTheNextPairCouldNotBeKept() throws RemoteFailure {
        outside.readingFails(locked());
        pass(NEARLY_OVER);
        assertThat(token.current()).isEqualTo("access-1");
        pass(Duration.ofMinutes(10));

        assertThat(problem()).isEqualTo(locked());
        assertThat(outside.done()).isEmpty();
        outside.readingFails(null);
        pass(Duration.ofSeconds(11));
        assertThat(token.current()).isEqualTo("access-2");
    }

    @Test
    void whatCouldNotBeKeptAfterAllIsUsedAndKeptLater() throws RemoteFailure {
        outside.keepingFails(locked());
        pass(OVER);
        assertThat(token.current()).isEqualTo("access-2");
        assertThat(outside.stored()).isEqualTo(pair(1));

        outside.keepingFails(null);
        pass(Duration.ofSeconds(11));
        assertThat(token.current()).isEqualTo("access-2");
        token.close();

        assertThat(outside.stored()).isEqualTo(pair(2));
        assertThat(outside.done()).containsExactly("renew refresh-1", "learn access-2", "keep access-2");
    }

    @Test
    void aPairThatAnotherProcessHasKeptIsTaken() throws RemoteFailure {
        outside.keepsAnother(pair(9));
        pass(OVER);

        assertThat(token.current()).isEqualTo("access-9");
        assertThat(outside.done()).containsExactly("learn access-9");
    }

    @Test
    void aRefusalBecauseAnotherProcessWasFasterIsNone() throws RemoteFailure {
        outside.serverFails(over());
        outside.meanwhile(() -> outside.keepsAnother(pair(9)));
        pass(OVER);

        assertThat(token.current()).isEqualTo("access-9");
    }

    @Test
    void whatSomebodyKeptMeanwhileIsNotOverwritten() throws RemoteFailure {
        outside.meanwhile(() -> outside.keepsAnother(pair(9)));
        pass(OVER);

        assertThat(token.current()).isEqualTo("access-9");
        assertThat(outside.stored()).isEqualTo(pair(9));
    }

    @Test
    void aTokenThatTheServerRefusesIsRenewedThoughOurClockSaysThatItIsGood() throws RemoteFailure {
        assertThat(token.after("access-1")).isEqualTo("access-2");
        assertThat(token.after("access-1")).as("by somebody whose request was still on its way").isEqualTo("access-2");
        assertThat(outside.done()).hasSize(3);
    }

    @Test
    void aYoungTokenThatIsRefusedIsNotRenewedOverAndOver() throws RemoteFailure {
        token.after("access-1");

        assertThat(token.after("access-2")).isEqualTo("access-2");
        assertThat(outside.done()).hasSize(3);
        pass(Duration.ofMinutes(11));
        assertThat(token.after("access-2")).isEqualTo("access-3");
    }

    @Test
    void whoIsRefusedWhileTheNetworkIsAwayIsToldSo() {
        outside.serverFails(away());

        RemoteFailure failure = Objects.requireNonNull(
                catchThrowableOfType(RemoteFailure.class, () -> token.after("access-1")));

        assertThat(failure.problem()).isEqualTo(away());
    }

    @Test
    void knowsTheTokenBeforeToo() throws RemoteFailure {
        assertThat(token.secrets()).containsExactly("access-1");
        pass(OVER);
        token.current();

        assertThat(token.secrets()).containsExactly("access-2", "access-1");
        assertThat(token.toString()).doesNotContain("access-");
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWait() throws RemoteFailure {
        outside.serverFails(away());
        assertThat(problemAfter()).isEqualTo(away());
        outside.serverFails(null);
        now = NOW.minus(Duration.ofDays(1));

        assertThat(token.after("access-1")).isEqualTo("access-2");
    }

    private RemoteProblem problemAfter() {
        return Objects.requireNonNull(
                catchThrowableOfType(RemoteFailure.class, () -> token.after("access-1"))).problem();
    }
}
