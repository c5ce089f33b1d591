package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.BaseUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Which GitLab this is and what it is known to have: by its version for all projects, by what it refused for one. A
/// server whose version is not known is taken for a new one.
final class GitLabServer {

    /// Roles and tiers change seldom; asking in vain at every turn would cost requests.
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private record Asked(GitLabFeature feature, RepositoryId repository) {}

    /// A read of something that may not be there.
    interface Read<T> {
        T read() throws RemoteFailure;
    }

    private final BaseUrl base;
    private final InstantSource clock;
    private final AtomicReference<@Nullable GitLabVersion> version = new AtomicReference<>();
    private final Map<Asked, Instant> refused = new ConcurrentHashMap<>();

    GitLabServer(BaseUrl base, InstantSource clock) {
        this.base = base;
        this.clock = clock;
    }

    /// The API's address.
    BaseUrl base() {
        return base;
    }

    /// Where people look at it, with the path below which the whole of it may lie.
    String address() {
        List<String> path = base.segments().subList(0, Math.max(0, base.segments().size() - 2));
        return new BaseUrl(base.origin(), path).toString();
    }

    /// Learns from what the server says of itself.
    void is(VersionJson told) {
        version.set(GitLabVersion.of(told.version()));
    }

    /// What the server said of its version, if it did in words that we know.
    Optional<GitLabVersion> version() {
        return Optional.ofNullable(version.get());
    }

    boolean has(GitLabFeature feature) {
        GitLabVersion known = version.get();
        return known == null || feature.isIn(known);
    }

    /// Why something is not there for a project, if that is known.
    Optional<String> lacks(GitLabFeature feature, RepositoryId repository) {
        Instant since = refused.get(new Asked(feature, repository));
        boolean still = since != null && clock.instant().isBefore(since.plus(REMEMBERED));
        return !has(feature) || still ? Optional.of(feature.lack()) : Optional.empty();
    }

    /// Reads what may not be there. A refusal for reasons of tier, role or version is no failure and is remembered.
    <T> T read(GitLabFeature feature, RepositoryId repository, T otherwise, Read<T> read) throws RemoteFailure {
        if (lacks(feature, repository).isPresent()) {
            return otherwise;
        }
        try {
            return read.read();
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.Forbidden || e.problem() instanceof RemoteProblem.NotFound) {
                refused.put(new Asked(feature, repository), clock.instant());
                return otherwise;
            }
            throw e;
        }
    }
}
