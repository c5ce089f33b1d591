package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project: one branch, its tags, merge requests, environments, pipelines and deployments. Guarded by the world's lock.
public final class Project {

    /// The one branch.
    public static final String BRANCH = "main";

    private static final int REMEMBERED = 200;
    private static final int SHORTEST_SHA = 7;

    private final long id;
    private final ProjectSeed seed;
    private final List<Environment> environments;
    private final List<Freeze> freezes;
    private final List<Commit> commits = new ArrayList<>();
    private final List<Commit> proposed = new ArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<MergeRequest> mergeRequests = new ArrayList<>();
    private final List<Pipeline> pipelines = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private long pipelineNumber;
    private long deploymentNumber;
    private @Nullable String broken;

    Project(long id, ProjectSeed seed, List<Environment> environments, List<Freeze> freezes) {
        this.id = id;
        this.seed = seed;
        this.environments = new ArrayList<>(environments);
        this.freezes = List.copyOf(freezes);
        this.pipelineNumber = seed.firstPipelineNumber() - 1L;
    }

    void add(Commit commit) {
        commits.add(commit);
    }

    /// A commit of a merge request that is open.
    void propose(Commit commit) {
        proposed.add(commit);
    }

    void add(Environment environment) {
        environments.add(environment);
    }

    void add(MergeRequest mergeRequest) {
        mergeRequests.add(mergeRequest);
    }

    void tag(String name, String sha) {
        tags.put(name, sha);
    }

    void add(Pipeline pipeline) {
        pipelines.add(pipeline);
        forgetOldest(pipelines, old -> old.status().isOver());
    }

    void add(Deployment deployment) {
        deployments.add(deployment);
        forgetOldest(deployments, Deployment::isOver);
    }

    /// Keeps a server that runs for days from growing.
    private static <T> void forgetOldest(List<T> all, Predicate<T> mayGo) {
        if (all.size() > REMEMBERED) {
            all.stream().filter(mayGo).findFirst().ifPresent(all::remove);
        }
    }

    long nextPipelineNumber() {
        return ++pipelineNumber;
    }

    long nextDeploymentNumber() {
        return ++deploymentNumber;
    }

    double slowness() {
        return seed.slowness();
    }

    /// Lets its file be one that GitLab refuses with this sentence; null mends it.
    public void breakFile(@Nullable String sentence) {
        broken = sentence;
    }

    @Nullable
    String broken() {
        return broken;
    }

    /// Its number.
    public long id() {
        return id;
    }

    /// Its name, which is also the service's.
    public String name() {
        return seed.name();
    }

    /// Group and name.
    public String path() {
        return World.GROUP + "/" + name();
    }

    /// One sentence about it.
    public String description() {
        return seed.description();
    }

    /// Its environments, those that are stopped too.
    public List<Environment> environments() {
        return List.copyOf(environments);
    }

    /// The environment of this name, which must exist.
    public Environment environment(String name) {
        return known(name).orElseThrow();
    }

    Optional<Environment> known(String name) {
        return environments.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /// The branch that a ref is about: that of a merge request, else its own name.
    String branchOf(String ref) {
        return mergeRequests.stream()
                .filter(request -> request.ref().equals(ref))
                .findFirst()
                .map(MergeRequest::sourceBranch)
                .orElse(ref);
    }

    /// When nobody should deploy.
    public List<Freeze> freezes() {
        return freezes;
    }

    /// All commits, oldest first.
    public List<Commit> commits() {
        return List.copyOf(commits);
    }

    /// Commits of merge requests that are open; each comes after the newest one of the branch at its time.
    public List<Commit> proposed() {
        return List.copyOf(proposed);
    }

    /// The newest commit.
    public Commit head() {
        return commits.getLast();
    }

    /// When its first commit was made.
    public Instant createdAt() {
        return commits.getFirst().at();
    }

    /// Tag names, newest first.
    public List<String> tagNames() {
        return new ArrayList<>(tags.keySet()).reversed();
    }

    /// The commit that a tag names.
    public Optional<String> tagged(String tag) {
        return Optional.ofNullable(tags.get(tag));
    }

    /// Whether pipelines can be started on it.
    public boolean hasRef(String ref) {
        return ref.equals(BRANCH) || tags.containsKey(ref);
    }

    /// The commit that a branch, tag or (shortened) sha names.
    public Optional<Commit> resolve(String ref) {
        if (ref.equals(BRANCH) || ref.equals("HEAD")) {
            return Optional.of(head());
        }
        String sha = tags.getOrDefault(ref, ref);
        return sha.length() < SHORTEST_SHA
                ? Optional.empty()
                : Stream.concat(commits.stream(), proposed.stream())
                        .filter(commit -> commit.sha().startsWith(sha))
                        .findFirst();
    }

    /// All merge requests, newest first.
    public List<MergeRequest> mergeRequests() {
        return List.copyOf(mergeRequests.reversed());
    }

    /// All pipelines, children too, newest first.
    public List<Pipeline> pipelines() {
        return List.copyOf(pipelines.reversed());
    }

    /// All deployments, newest first.
    public List<Deployment> deployments() {
        return List.copyOf(deployments.reversed());
    }

    /// When anything last happened here.
    public Instant lastActivity() {
        return pipelines.isEmpty() ? head().at() : pipelines.getLast().createdAt();
    }
}
