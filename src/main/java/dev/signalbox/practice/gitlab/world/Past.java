package dev.signalbox.practice.gitlab.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Writes the past of a project: the same engine plays it, only faster than anyone watches.
final class Past {

    private static final int OLD_COMMITS = 14;
    private static final int BUILDS = 8;
    private static final Duration OPEN = Duration.ofHours(40);
    private static final Duration STEP = Duration.ofSeconds(6);
    private static final long GROUP_OF_RELEASE = 7_101;
    private static final long GROUP_OF_QUALITY = 7_102;

    private final Ids ids;
    private final Members members;
    private final RandomGenerator random;
    private final PipelineEngine engine;

    Past(Ids ids, Members members, RandomGenerator random, PipelineEngine engine) {
        this.ids = ids;
        this.members = members;
        this.random = random;
        this.engine = engine;
    }

    /// A pipeline that is to be played.
    private record Play(Instant at, Trigger trigger, Commit head, Member user, @Nullable String failing) {}

    Project write(ProjectSeed seed, Instant now) {
        Instant longAgo = now.minus(Duration.ofDays(400));
        List<Environment> environments = PipelinePlan.ENVIRONMENTS.stream()
                .map(name -> new Environment(ids.next(), name, name, longAgo,
                        seed.guarded() && name.equals("production") ? rules() : List.of()))
                .toList();
        List<Freeze> freezes = seed.freezes().stream()
                .map(window -> new Freeze(ids.next(), window.start(), window.end(), window.zone(), longAgo))
                .toList();
        Project project = new Project(ids.next(), seed, environments, freezes);
        commit(project, seed, now);
        List<Play> plays = new ArrayList<>(builds(project, now));
        plays.addAll(deployments(project, seed, now));
        proposal(project, seed, now).ifPresent(plays::add);
        plays.sort((a, b) -> a.at().compareTo(b.at()));
        plays.forEach(play -> play(project, play));
        return project;
    }

    /// An open merge request, with the pipeline that deploys its review app where there is one.
    private Optional<Play> proposal(Project project, ProjectSeed seed, Instant now) {
        Instant at = now.minus(OPEN);
        MergeRequest request =
                new Commits(ids).propose(project, "Try the new scheduler", members.developers().getFirst(), at);
        if (!seed.reviewed()) {
            return Optional.empty();
        }
        Commit commit = new Commit(
                request.sha(), project.head().sha(), request.title(), request.author(), at, List.of("scheduler.go"));
        project.propose(commit);
        Trigger trigger = new Trigger("merge_request_event", request.ref(), Map.of(), Map.of());
        return Optional.of(new Play(at.plusSeconds(4), trigger, commit, request.author(), null));
    }

    private List<ApprovalRule> rules() {
        return List.of(
                new ApprovalRule(ids.next(), GROUP_OF_RELEASE, "Release managers",
                        List.of(members.you(), members.bot()), 1),
                new ApprovalRule(ids.next(), GROUP_OF_QUALITY, "Quality assurance", List.of(members.colleague()), 1));
    }

    private void commit(Project project, ProjectSeed seed, Instant now) {
        Duration oldest = seed.releases().getFirst().age();
        Instant last = now.minus(oldest.plusDays(1));
        spread(project, titles(project, OLD_COMMITS), now.minus(oldest.plusDays(60)), last);
        for (ProjectSeed.Release release : seed.releases()) {
            Instant at = now.minus(release.age());
            spread(project, release.messages().isEmpty() ? titles(project, 3) : release.messages(), last, at);
            project.tag(release.version(), project.head().sha());
            last = at;
        }
    }

    /// Commits with the last exactly at the end.
    private void spread(Project project, List<String> titles, Instant from, Instant to) {
        Duration step = Duration.between(from, to).dividedBy(titles.size());
        for (int i = 0; i < titles.size(); i++) {
            Instant at = to.minus(step.multipliedBy(titles.size() - 1L - i)).truncatedTo(ChronoUnit.SECONDS);
            Member author = members.developers().get(random.nextInt(members.developers().size()));
            new Commits(ids).merge(project, titles.get(i), author, at);
        }
    }

    private static List<String> titles(Project project, int count) {
        int start = Math.floorMod(project.name().hashCode() + project.commits().size(), Commits.TITLES.size());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(Commits.TITLES.get((start + i) % Commits.TITLES.size()));
        }
        return chosen;
    }

    private List<Play> builds(Project project, Instant now) {
        List<Commit> commits = project.commits();
        List<Play> plays = new ArrayList<>();
        for (Commit commit : commits.subList(commits.size() - BUILDS, commits.size())) {
            boolean red = random.nextDouble() < 0.12 && !commit.equals(project.head());
            Trigger push = new Trigger("push", Project.BRANCH, Map.of("environment", "development"), Map.of());
            plays.add(new Play(notAfter(commit.at().plusSeconds(3), now), push, commit, commit.author(),
                    red ? "unit-tests 2/2" : null));
        }
        return plays;
    }

    private List<Play> deployments(Project project, ProjectSeed seed, Instant now) {
        return seed.deployed().stream()
                .map(deployed -> {
                    Map<String, String> inputs =
                            Map.of("version", deployed.version(), "environment", deployed.environment());
                    Commit head = project.resolve(deployed.version()).orElseThrow();
                    Trigger api = new Trigger("api", deployed.version(), inputs, Map.of());
                    return new Play(notAfter(now.minus(deployed.age()), now), api, head, members.bot(), null);
                })
                .toList();
    }

    /// Leaves room for the pipeline to end before practice begins.
    private static Instant notAfter(Instant at, Instant now) {
        Instant latest = now.minusSeconds(150);
        return at.isAfter(latest) ? latest : at;
    }

    private void play(Project project, Play play) {
        Pipeline pipeline = engine.create(project, PipelinePlan.main(), play.trigger(), play.head(), play.user(),
                play.at(), play.failing());
        Instant at = play.at();
        while (!pipeline.status().isOver()) {
            at = at.plus(STEP);
            engine.advance(pipeline, at);
            for (Job job : pipeline.current()) {
                if (job.status() == Status.MANUAL && !job.plan().allowFailure()) {
                    release(job, at);
                }
            }
        }
    }

    private void release(Job job, Instant at) {
        Deployment deployment = job.deployment();
        if (deployment != null && deployment.waitsForApproval()) {
            Approvals approvals = new Approvals();
            approvals.answer(deployment, members.colleague(), true, "Tests are green on staging", "", at);
            approvals.answer(deployment, members.bot(), true, "", "", at);
        }
        job.playedBy(members.bot(), at);
    }
}
