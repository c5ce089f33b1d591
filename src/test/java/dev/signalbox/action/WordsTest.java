package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.cluster.LastChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void hasASentenceAndAdviceForEveryProblem() {
        List<RemoteProblem> problems = List.of(
                new RemoteProblem.Unreachable("Reset.", Sent.MAYBE),
                new RemoteProblem.Unauthorized("Expired."),
                new RemoteProblem.Forbidden("No.", "actions:write"),
                new RemoteProblem.NotFound("Gone."),
                new RemoteProblem.Conflict("Moved."),
                new RemoteProblem.Rejected("Bad.", 422),
                new RemoteProblem.RateLimited("Slow.", NOON),
                new RemoteProblem.ServerFault("Down.", 503),
                new RemoteProblem.Unreadable("HTML."),
                new RemoteProblem.NotKept("Full."),
                new RemoteProblem.NoCredential("The vault is locked."),
                new RemoteProblem.SignInEnded("Renewal was refused."));
        assertThat(problems).hasSize(RemoteProblem.class.getPermittedSubclasses().length);
        assertThat(problems).extracting(Words::of).doesNotHaveDuplicates().allMatch(words -> words.contains(": "));
        assertThat(problems).extracting(Words::advice).allMatch(words -> words.endsWith("."));
        assertThat(Words.of(problems.get(2))).isEqualTo("Not allowed: No. Missing: actions:write.");
        assertThat(Words.of(problems.get(6))).isEqualTo("Too many requests until 12:00:00 UTC: Slow.");
        assertThat(Words.advice(problems.get(6))).isEqualTo("Try again after 12:00:00 UTC.");
    }

    @Test
    void writesLengthsAsPeopleSayThem() {
        assertThat(Words.length(Duration.ofMillis(200))).isEqualTo("0.2 s");
        assertThat(Words.length(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Words.length(Duration.ofSeconds(200))).isEqualTo("3 min");
        assertThat(Words.length(Duration.ofMinutes(119))).isEqualTo("119 min");
        assertThat(Words.length(Duration.ofMinutes(320))).isEqualTo("5 h 20 min");
        assertThat(Words.length(Duration.ofMinutes(2552))).isEqualTo("1 d 18 h");
    }

    @Test
    void letsNoRemoteNameMisleadInASentence() {
        assertThat(Words.name("prod\u202e\n")).isEqualTo("prod‹U+202E›‹LF›");
        assertThat(Words.name("x".repeat(500))).hasSize(100);
        assertThat(Words.by(new LastChange("he\rlm", null))).isEqualTo(" by he‹CR›lm");
        assertThat(Words.by(null)).isEmpty();
    }

    @Test
    void takesAnEnvironmentForProductionWhenTheBoardOrItsNameSaysSo() {
        Places places = new Places(() -> new BoardSpec(
                List.of(new EnvironmentSpec("eu-1", true), new EnvironmentSpec("prod", false)), List.of()),
                repository -> List.of());
        assertThat(List.of("eu-1", "production", "PROD", "live")).allMatch(word -> places.isProduction(word));
        assertThat(List.of("prod", "staging", "", "production-like")).noneMatch(word -> places.isProduction(word));
    }

    @Test
    void takesAnEnvironmentForProductionWhenItsProviderSaysSoAndTheBoardDoesNotDeny() {
        Places places = new Places(
                () -> new BoardSpec(List.of(new EnvironmentSpec("demo", false)), List.of()),
                repository -> List.of(
                        tiered("shops", "production"), tiered("demo", "production"), tiered("qa", "testing"),
                        tiered("odd", null)));
        assertThat(List.of("shops", "production", "prod-eu", "live")).allMatch(is(places));
        assertThat(List.of("demo", "qa", "odd", "elsewhere")).noneMatch(is(places));
    }

    private static Predicate<String> is(Places places) {
        return name -> places.isProduction(FakeCi.REPOSITORY, name);
    }

    private static CiEnvironment tiered(String name, @Nullable String tier) {
        return new CiEnvironment(
                FakeCi.REPOSITORY, 1, name, Duration.ZERO, List.of(), false, false, tier, true);
    }

    @Test
    void aRealPauseEndsByItselfOrWhenTheConsoleCloses() throws Exception {
        Pause.real().lasting(Duration.ofMillis(1));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Future<?> waiting = threads.submit(() -> {
            Pause.real().lasting(Duration.ofHours(1));
            return null;
        });
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.state()).isEqualTo(Future.State.FAILED);
        assertThat(waiting.exceptionNow()).isInstanceOf(InterruptedException.class);
    }
}
