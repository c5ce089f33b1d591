package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogMergeTest {

    private static final String TEN = "2026-11-20T10:00:0";

    private long nanos;
    private final LogMerge merge = new LogMerge(() -> nanos);

    private void add(String source, String line) throws InterruptedException {
        int blank = line.startsWith("2026") ? (line + " ").indexOf(' ') : 0;
        Instant at = blank == 0 ? Instant.EPOCH : Instant.parse(line.substring(0, blank));
        merge.add(at, source, line.getBytes(StandardCharsets.UTF_8), blank);
    }

    private List<String> settled() {
        return new String(merge.settled(), StandardCharsets.UTF_8).lines().toList();
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void waitsAMomentAndGivesLinesInTheOrderOfTheirTime() throws InterruptedException {
        add("web-1/app", TEN + "1Z one");
        add("web-1/app", TEN + "3Z three");
        pass(100);
        add("web-2/app", TEN + "2Z two");
        assertThat(settled()).isEmpty();
        pass(150);
        assertThat(settled()).containsExactly(
                TEN + "1Z web-1/app \u2502 one", TEN + "2Z web-2/app \u2502 two", TEN + "3Z web-1/app \u2502 three");
    }

    @Test
    void holdsBackWhatIsNewerThanAllThatHasWaited() throws InterruptedException {
        add("a", TEN + "1Z one");
        pass(200);
        add("b", TEN + "5Z five");
        pass(100);
        assertThat(settled()).containsExactly(TEN + "1Z a \u2502 one");
        pass(250);
        assertThat(settled()).containsExactly(TEN + "5Z b \u2502 five");
    }

    @Test
    void keepsLinesOfOneMomentAsTheyCame() throws InterruptedException {
        add("b", TEN + "1Z 1");
        add("b", TEN + "1Z 2");
        add("a", TEN + "1Z 3");
        pass(300);
        assertThat(settled()).containsExactly(TEN + "1Z b \u2502 1", TEN + "1Z b \u2502 2", TEN + "1Z a \u2502 3");
    }

    @Test
    void letsNoContainerWriteInAnothersName() throws InterruptedException {
        add("evil", TEN + "1Z web-1/app \u2502 forged");
        pass(300);
        assertThat(settled()).containsExactly(TEN + "1Z evil \u2502 web-1/app \u2502 forged");
    }

    @Test
    void writesALineWithoutATimeAndOneWithNothingElse() throws InterruptedException {
        add("a", "no time here");
        add("a", TEN + "1Z");
        pass(300);
        assertThat(settled()).containsExactly("a \u2502 no time here", TEN + "1Z a \u2502 ");
    }

    @Test
    void saysItsOwnBehindWhatCameBefore() throws InterruptedException {
        add("a", TEN + "9Z last");
        merge.say("pod a is gone");
        add("b", TEN + "1Z first");
        pass(300);
        assertThat(settled()).containsExactly(TEN + "1Z b \u2502 first", TEN + "9Z a \u2502 last", "(pod a is gone)");
    }

    @Test
    void giveALineThatComesTooLateWhereItCame() throws InterruptedException {
        add("a", TEN + "5Z five");
        pass(300);
        assertThat(settled()).hasSize(1);
        add("b", TEN + "1Z one");
        pass(300);
        assertThat(settled()).containsExactly(TEN + "1Z b \u2502 one");
    }

    @Test
    void lastsFloodsByLettingTheWritersWait() throws InterruptedException {
        byte[] large = (TEN + "1Z " + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        CountDownLatch written = new CountDownLatch(10);
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 10; i++) {
                    merge.add(Instant.EPOCH, "a", large, 20);
                    written.countDown();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long got = 0;
        while (written.getCount() > 0) {
            int some = merge.settled().length;
            assertThat(some).as("no more than waits at most").isLessThan(7 << 20);
            got += some;
            Thread.onSpinWait();
        }
        writer.join();
        pass(300);
        assertThat(got + merge.settled().length).isGreaterThan(10 << 20);
    }
}
