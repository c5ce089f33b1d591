package dev.signalbox.practice.github.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A repository of the practice organisation: one branch, its tags, workflows, environments, runs and deployments.
/// Guarded by the world's lock.
public final class Repository {

    /// The one branch.
    public static final String BRANCH = "main";

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    private static final int REMEMBERED = 200;

    private final long id;
    private final String owner;
    private final RepositorySeed seed;
    private final List<WorkflowFile> workflows;
    private final List<Environment> environments;
    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();

    Repository(long id, String owner, RepositorySeed seed, List<WorkflowFile> workflows,
            List<Environment> environments) {
        this.id = id;
        this.owner = owner;
        this.seed = seed;
        this.workflows = List.copyOf(workflows);
        this.environments = List.copyOf(environments);
        workflows.forEach(workflow -> numbers.put(workflow.id(), seed.firstRunNumber() - 1));
    }

    void add(Commit commit) {
        commits.add(commit);
    }

    void tag(String name, String sha) {
        tags.put(name, sha);
    }

    void add(Run run) {
        runs.add(run);
        forgetOldest(runs, old -> old.status() == Status.COMPLETED);
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

    int nextNumber(WorkflowFile workflow) {
        return numbers.merge(workflow.id(), 1, Integer::sum);
    }

    double slowness() {
        return seed.slowness();
    }

    /// Its number, by which paging links name it.
    public long id() {
        return id;
    }

    /// Login of the organisation.
    public String owner() {
        return owner;
    }

    /// Its name, which is also the service's.
    public String name() {
        return seed.name();
    }

    /// Owner and name.
    public String fullName() {
        return owner + "/" + name();
    }

    /// One sentence about it.
    public String description() {
        return seed.description();
    }

    /// Its main programming language.
    public String language() {
        return seed.language();
    }

    /// Its workflows.
    public List<WorkflowFile> workflows() {
        return workflows;
    }

    /// The workflow with this id or file name.
    public Optional<WorkflowFile> workflow(String idOrFile) {
        return workflows.stream()
                .filter(file -> file.fileName().equals(idOrFile) || Long.toString(file.id()).equals(idOrFile))
                .findFirst();
    }

    /// Its environments.
    public List<Environment> environments() {
        return environments;
    }

    /// The environment of this name, which must exist.
    public Environment environment(String name) {
        return findEnvironment(name).orElseThrow();
    }

    /// The environment of this name, if there is one.
    public Optional<Environment> findEnvironment(String name) {
        return environments.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /// All commits, oldest first.
    public List<Commit> commits() {
        return List.copyOf(commits);
    }

    /// The newest commit.
    public Commit head() {
        return commits.getLast();
    }

    /// When it was first and last pushed to.
    public Instant createdAt() {
        return commits.getFirst().at();
    }

    /// Tag names, newest first.
    public List<String> tagNames() {
        return new ArrayList<>(tags.keySet()).reversed();
    }

    /// Whether there is such a tag.
    public boolean hasTag(String name) {
        return tags.containsKey(name);
    }

    /// The short name of the branch or tag that a short or full ref names, if there is one.
    public Optional<String> shortName(String ref) {
        boolean branch = ref.startsWith(HEADS);
        boolean tag = ref.startsWith(TAGS);
        String plain = branch ? ref.substring(HEADS.length()) : tag ? ref.substring(TAGS.length()) : ref;
        boolean known = plain.equals(BRANCH) && !tag || hasTag(plain) && !branch;
        return known ? Optional.of(plain) : Optional.empty();
    }

    /// The commit that a tag names.
    public Optional<String> tagged(String tag) {
        return Optional.ofNullable(tags.get(tag));
    }

    /// The commit that a branch, tag or (shortened) sha names.
    public Optional<Commit> resolve(String ref) {
        String plain = shortName(ref).orElse(ref);
        if (plain.equals(BRANCH) || plain.equals("HEAD")) {
            return Optional.of(head());
        }
        String sha = tags.getOrDefault(plain, plain);
        return sha.length() < 7
                ? Optional.empty()
                : commits.stream().filter(commit -> commit.sha().startsWith(sha)).findFirst();
    }

    /// All runs, newest first.
    public List<Run> runs() {
        return List.copyOf(runs.reversed());
    }

    /// The run of this number.
    public Optional<Run> run(long wanted) {
        return runs.stream().filter(run -> run.id() == wanted).findFirst();
    }

    /// All deployments, newest first.
    public List<Deployment> deployments() {
        return List.copyOf(deployments.reversed());
    }
}
