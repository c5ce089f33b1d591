package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What lists of pipelines leave out: what their commits are called, who started them. Titles of a page cost one request
/// for the newest commits, and only when the page has a commit that was never seen.
final class GitLabTitles {

    private static final int REMEMBERED = 5_000;

    private final GitLabClient client;
    private final GitLabServer server;
    private final Map<String, String> titles = remembering();
    private final Map<RunId, PipelineJson> pipelines = remembering();

    GitLabTitles(GitLabClient client, GitLabServer server) {
        this.client = client;
        this.server = server;
    }

    /// Finds out what the commits of these pipelines are called, as far as that is told.
    void find(RepositoryId repository, Collection<PipelineJson> wanted) throws RemoteFailure {
        List<String> unknown = wanted.stream()
                .filter(pipeline -> pipeline.name() == null)
                .map(PipelineJson::sha)
                .filter(Objects::nonNull)
                .filter(sha -> of(sha) == null)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        server.read(GitLabFeature.COMMITS, repository, List.<CommitJson>of(), () -> client.commits(repository))
                .forEach(this::learn);
        // What is not among them is never looked for again: merge results and old commits are on no branch's first page.
        unknown.forEach(sha -> put(titles, sha, Objects.requireNonNullElse(of(sha), "")));
    }

    void learn(CommitJson commit) {
        if (commit.sha() != null && commit.title() != null) {
            put(titles, commit.sha(), commit.title());
        }
    }

    void learn(RunId run, PipelineJson whole) {
        put(pipelines, run, whole);
    }

    /// What a commit is called; empty when it was looked for in vain.
    @Nullable
    String of(@Nullable String sha) {
        return sha == null ? null : get(titles, sha);
    }

    /// The last whole answer about a pipeline.
    @Nullable
    PipelineJson of(RunId run) {
        return get(pipelines, run);
    }

    private static <K, V> @Nullable V get(Map<K, V> map, K key) {
        synchronized (map) {
            return map.get(key);
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, V value) {
        synchronized (map) {
            map.put(key, value);
        }
    }

    private static <K, V> Map<K, V> remembering() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
