package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.cluster.WorkloadSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Heard heard = new Heard();
    private final Delivery delivery = new Delivery(
            heard, key -> heard.seen(WorkloadSample.deployment().workload(), NOW), Duration.ofMillis(50),
            System::nanoTime);
    private final Thread thread = Thread.ofVirtual().unstarted(delivery);

    @BeforeEach
    void start() {
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    @Test
    void aBurstIsOneCall() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        delivery.say(listener -> await(busy));
        for (int i = 0; i < 1000; i++) {
            delivery.touch(key("shop", "a"));
        }
        busy.countDown();
        heard.awaitLog(log -> !log.isEmpty());
        delivery.say(listener -> listener.live(NOW));
        heard.awaitLog(log -> log.contains("live"));
        assertThat(Collections.frequency(heard.log(), "seen checkout")).isBetween(1, 3);
    }

    @Test
    void whatIsHeldComesWholeAndBeforeTheNewsThatAllIsLive() throws InterruptedException {
        delivery.hold("shop");
        delivery.touch(key("shop", "a"));
        delivery.touch(key("shop", "b"));
        delivery.touch(key("other", "c"));
        heard.awaitLog(log -> log.size() == 1);
        delivery.release("shop");
        delivery.say(listener -> listener.live(NOW));
        heard.awaitLog(log -> log.contains("live"));
        assertThat(heard.log()).containsExactly("seen checkout", "seen checkout", "seen checkout", "live");
    }

    @Test
    void whatIsGoneIsNotSeenAfterwards() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        delivery.say(listener -> await(busy));
        delivery.touch(key("shop", "a"));
        delivery.gone(key("shop", "a"), NOW, () -> false);
        busy.countDown();
        heard.awaitLog(log -> log.contains("gone a"));
        delivery.touch(key("shop", "b"));
        heard.awaitLog(log -> log.contains("seen checkout"));
        assertThat(heard.log()).containsExactly("gone a", "seen checkout");
    }

    @Test
    void whatWasMadeAnewWhileTheListenerWasBusyIsNotToldToBeGoneAfterItWasSeen() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicBoolean isBack = new AtomicBoolean();
        delivery.say(listener -> await(busy));
        delivery.gone(key("shop", "a"), NOW, isBack::get);
        isBack.set(true);
        delivery.hold("shop");
        delivery.touch(key("shop", "a"));
        delivery.release("shop");
        busy.countDown();
        delivery.say(listener -> listener.live(NOW));
        heard.awaitLog(log -> log.contains("live"));
        assertThat(heard.log()).containsExactly("seen checkout", "live");
    }

    @Test
    void aClusterIsLiveWhenEveryKindWasListedAndNoneIsTroubled() throws InterruptedException {
        Pulse pulse = new Pulse(delivery, () -> NOW, List.of("shop"));
        for (Feed feed : Feed.values()) {
            assertThat(heard.log()).isEmpty();
            pulse.listed("shop", feed);
        }
        heard.awaitLog(log -> log.contains("live"));
        heard.forget();
        pulse.troubled("shop", Feed.PODS, new RemoteProblem.NotFound("x"), null);
        pulse.beating("shop", Feed.DEPLOYMENTS);
        pulse.beating("shop", Feed.PODS);
        heard.awaitLog(log -> log.contains("live"));
        assertThat(heard.log()).containsExactly("troubled", "live");
        pulse.ignored();
        assertThat(pulse.ignoredSoFar()).isEqualTo(1);
    }

    @Test
    void waitsLongerEachTimeButNeverLongerThanHalfAMinuteAndABit() {
        Backoff backoff = new Backoff(new Random(3), () -> NOW);
        RemoteProblem problem = new RemoteProblem.NotFound("x");
        assertThat(backoff.after(problem)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        assertThat(backoff.after(problem)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500));
        for (int i = 0; i < 10; i++) {
            assertThat(backoff.after(problem)).isLessThan(Duration.ofSeconds(38));
        }
        assertThat(backoff.failures()).isEqualTo(12);
        backoff.reset();
        assertThat(backoff.after(problem)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void waitsAsLongAsTheClusterAsks() {
        Backoff backoff = new Backoff(new Random(3), () -> NOW);
        assertThat(backoff.after(new RemoteProblem.RateLimited("x", NOW.plusSeconds(90))))
                .isEqualTo(Duration.ofSeconds(90));
    }

    private static void await(CountDownLatch busy) {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WorkloadKey key(String namespace, String name) {
        return new WorkloadKey(Rig.PROD, namespace, WorkloadKind.DEPLOYMENT, name);
    }
}
