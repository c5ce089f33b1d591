package dev.signalbox.practice.story;

import dev.signalbox.practice.cluster.PodBehaviour;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.github.PracticeGitHub;
import dev.signalbox.practice.gitlab.PracticeGitLab;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The incidents that can be started from a menu. Thread-safe.
final class Incidents {

    /// Long enough to see what the console does meanwhile, short enough to see it come back.
    private static final Duration LIMITED = Duration.ofSeconds(30);

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final InstantSource clock;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Instant> startedAt = new HashMap<>();

    /// @param lasts after how long it is over by itself
    private record Kind(String title, String sentence, Duration lasts, Runnable start, @Nullable Runnable end) {}

    /// Who does things, at either CI provider.
    record People(Teamwork team, PlatformWork platform) {}

    Incidents(PracticeGitHub github, PracticeGitLab gitlab, PracticeCluster production, People people,
            InstantSource clock) {
        this.clock = clock;
        Teamwork team = people.team();
        String bad = team.imageOfBadDeploy();
        kinds.put("bad-deploy", new Kind(
                "Bad deploy",
                "A release of image-resizer goes to production and its pods crash.",
                FOR_EVER,
                () -> {
                    production.behave(bad, PodBehaviour.CRASH_LOOP);
                    team.deployBadly();
                },
                () -> production.behave(bad, PodBehaviour.HEALTHY)));
        kinds.put("rate-limit", new Kind(
                "Rate limit used up",
                "Another program of the same account uses up the allowance of both CI providers for half a minute.",
                LIMITED,
                () -> {
                    github.exhaustRateLimit(LIMITED);
                    gitlab.exhaustRateLimit(LIMITED);
                },
                () -> {
                    github.liftLimits();
                    gitlab.liftLimits();
                }));
        kinds.put("token-revoked", new Kind(
                "Token revoked",
                "Both CI providers refuse the token.",
                FOR_EVER,
                () -> {
                    github.revokeTokens();
                    gitlab.revokeTokens();
                },
                () -> {
                    github.restoreTokens();
                    gitlab.restoreTokens();
                }));
        kinds.put("cluster-unreachable", new Kind(
                "Cluster unreachable",
                "The production cluster answers nobody.",
                FOR_EVER,
                () -> production.setReachable(false),
                () -> production.setReachable(true)));
        kinds.put("second-operator", new Kind(
                "Second operator",
                "A colleague approves what has waited longest at each CI provider and rolls checkout back in production.",
                Duration.ZERO,
                () -> {
                    team.actAsColleague();
                    people.platform().actAsColleague();
                },
                null));
    }

    synchronized List<Incident> all() {
        List<Incident> all = new ArrayList<>();
        kinds.forEach(
                (name, kind) -> all.add(new Incident(name, kind.title(), kind.sentence(), isActive(name, kind))));
        return all;
    }

    private boolean isActive(String name, Kind kind) {
        Instant since = startedAt.get(name);
        return since != null && clock.instant().isBefore(since.plus(kind.lasts()));
    }

    /// Starts it; one that goes on already is left alone.
    synchronized void start(String name) {
        Kind kind = kind(name);
        if (!isActive(name, kind)) {
            startedAt.put(name, clock.instant());
            kind.start().run();
        }
    }

    /// Ends it; one that is not going on is left alone.
    synchronized void end(String name) {
        Kind kind = kind(name);
        Runnable end = kind.end();
        if (isActive(name, kind) && end != null) {
            end.run();
        }
        startedAt.remove(name);
    }

    private Kind kind(String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no incident named " + name + "; there are " + kinds.keySet());
        }
        return kind;
    }
}
