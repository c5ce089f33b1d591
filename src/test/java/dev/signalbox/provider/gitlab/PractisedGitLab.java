package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.practice.gitlab.PracticeGitLab;
import dev.signalbox.practice.gitlab.Token;
import dev.signalbox.practice.gitlab.world.SampleGitLab;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The practice team's GitLab over a world whose clock moves when told to, and connections to it.
final class PractisedGitLab implements AutoCloseable {

    private final SampleGitLab sample = new SampleGitLab();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final PracticeGitLab server = new PracticeGitLab(
            sample.world(),
            Map.of(
                    "glpat-you", Token.full(sample.members().you()),
                    "glpat-colleague", Token.full(sample.members().colleague()),
                    "glpat-reader", Token.reading(sample.members().you())),
            sample,
            ticks,
            requests);
    private final String address;

    PractisedGitLab() {
        try {
            address = server.start().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleGitLab sample() {
        return sample;
    }

    /// With which people sign in there.
    String application() {
        return server.signIn().application();
    }

    /// How it is reached with a token.
    HttpSettings http(String token) {
        HttpRuntime runtime = new HttpRuntime(
                sample, System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        return HttpSettings.of(GitLab.base(address), GitLab.token(token), runtime)
                .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(20)));
    }

    GitLab connected(ConnectionId connection, String token) {
        return GitLab.open(new GitLabSettings(connection, List.of("acme/platform"), http(token)));
    }

    @Override
    public void close() {
        server.close();
        ticks.shutdownNow();
        requests.close();
    }
}
