package dev.signalbox.practice.story;

import dev.signalbox.practice.cluster.PodBehaviour;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.git.PracticeGit;
import dev.signalbox.practice.github.PracticeGitHub;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.World;
import dev.signalbox.practice.gitlab.PracticeGitLab;
import dev.signalbox.practice.gitlab.Token;
import dev.signalbox.practice.gitlab.world.Members;
import dev.signalbox.practice.signin.DeviceSignIn;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A whole team to practise with: two CI providers, two clusters and a story that plays on them. Everything listens on
/// loopback only, under tokens that are drawn anew each time.
public final class PracticeTeam implements AutoCloseable {

    private static final double ORDINARY_PACE = 1;

    /// Where the team file lies at GitHub.
    private static final String BOARD = "acme/board";

    private final Path folder;
    private final InstantSource clock;
    private final ExecutorService requests;
    private final List<ServiceStory> services = Catalogue.services();
    private final String githubToken;
    private final Map<String, String> clusterTokens;
    private final PracticeCluster staging;
    private final PracticeCluster production;
    private final World world;
    private final PracticeGitHub github;
    private final PracticeGit git;
    private final dev.signalbox.practice.gitlab.world.World platform;
    private final String gitlabToken;
    private final PracticeGitLab gitlab;
    private final Incidents incidents;
    private final Script script;
    private @Nullable Path board;
    private volatile @Nullable Addresses addresses;

    /// Makes the team; it has no past yet and nothing listens.
    ///
    /// @param folder where the kubeconfig and the board file are written; made when missing
    /// @param ticks moves the servers and the story; not shut down with the team
    /// @param random draws tokens too, so in earnest use it must not be guessable
    /// @param requests runs each request to the CI providers; not shut down with the team
    public PracticeTeam(
            Path folder,
            InstantSource clock,
            ScheduledExecutorService ticks,
            RandomGenerator random,
            ExecutorService requests) {
        this.folder = folder;
        this.clock = clock;
        this.requests = requests;
        this.githubToken = "practice_" + secret(random);
        this.clusterTokens = Map.of(Target.STAGING_CLUSTER, secret(random), Target.PRODUCTION_CLUSTER, secret(random));
        staging = cluster(Target.STAGING_CLUSTER, ticks, new Lots(random.nextLong()));
        production = cluster(Target.PRODUCTION_CLUSTER, ticks, new Lots(random.nextLong()));
        ClusterSink sink = new ClusterSink(
                services, Map.of(Target.STAGING_CLUSTER, staging, Target.PRODUCTION_CLUSTER, production), clock);
        world = new World(People.standard(), new Lots(random.nextLong()), sink, ORDINARY_PACE);
        Lots lots = new Lots(random.nextLong());
        Teamwork team = new Teamwork(world, sink, clock, lots);
        // The signatures of download addresses are secrets as well.
        RandomGenerator signatures = () -> {
            synchronized (random) {
                return random.nextLong();
            }
        };
        github = new PracticeGitHub(
                world, Map.of(githubToken, world.people().you()), clock, ticks, signatures, requests);
        git = new PracticeGit(BOARD, () -> PracticeFiles.board(services), github::admits, clock);
        github.host(git, git.path(), git);
        gitlabToken = "glpat-practice-" + secret(random);
        platform = new dev.signalbox.practice.gitlab.world.World(
                Members.standard(), new Lots(random.nextLong()), sink, ORDINARY_PACE);
        gitlab = new PracticeGitLab(
                platform, Map.of(gitlabToken, Token.full(platform.members().you())), clock, ticks, signatures,
                requests);
        PlatformWork platformWork = new PlatformWork(platform, clock, new Lots(random.nextLong()));
        incidents = new Incidents(github, gitlab, production, new Incidents.People(team, platformWork), clock);
        script = new Script(world, team, platformWork, clock, ticks, lots);
    }

    private static String secret(RandomGenerator random) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private PracticeCluster cluster(String name, ScheduledExecutorService ticks, RandomGenerator lots) {
        return new PracticeCluster(name, clusterTokens.getOrDefault(name, ""), clock, ticks, lots);
    }

    private void seed() throws IOException {
        Catalogue.onGitHub().forEach(service -> world.seed(Seeds.repository(service, world.people()), clock.instant()));
        Catalogue.onGitLab()
                .forEach(service -> platform.seed(Seeds.project(service, clock.instant()), clock.instant()));
        List<Callable<Boolean>> pasts = List.of(
                () -> seed(staging, List.of(Catalogue.DEVELOPMENT, Catalogue.STAGING)),
                () -> seed(production, List.of(Catalogue.PRODUCTION)));
        try {
            for (Future<Boolean> past : requests.invokeAll(pasts)) {
                past.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the practice team was made");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        String bad = Catalogue.named("checkout").image("v2.14.1");
        production.behave(bad, PodBehaviour.PARTLY_CRASHING);
    }

    private boolean seed(PracticeCluster cluster, List<String> environments) {
        for (ServiceStory service : services) {
            Function<String, Optional<String>> tags = Catalogue.isOnGitLab(service)
                    ? platform.of(service.name())::tagged
                    : world.repository(service.name()).orElseThrow()::tagged;
            environments.forEach(environment -> cluster.seed(Seeds.workload(service, environment, tags)));
        }
        return true;
    }

    /// Writes the board file, which needs no server: a board can be shown before the team has its past.
    public Path board() throws IOException {
        Path written = board;
        if (written == null) {
            written = folder.resolve("board.yaml");
            PracticeFiles.write(written, PracticeFiles.board(services));
            board = written;
        }
        return written;
    }

    /// Gives the team its past, opens the ports, writes the files and begins the story. Takes a second.
    ///
    /// @throws IOException when a port cannot be bound or a file not be written
    public Addresses start() throws IOException {
        Path board = board();
        seed();
        Map<String, URI> servers =
                Map.of(Target.STAGING_CLUSTER, staging.start(), Target.PRODUCTION_CLUSTER, production.start());
        script.prelude();
        URI api = github.start();
        URI second = gitlab.start();
        Path kubeconfig = folder.resolve("kubeconfig");
        Path kubectl = folder.resolve("kubectl.kubeconfig");
        PracticeFiles.write(kubeconfig, PracticeFiles.kubeconfig(servers, clusterTokens));
        PracticeFiles.write(kubectl, PracticeFiles.kubeconfigForKubectl(servers, clusterTokens));
        script.start();
        Addresses started = new Addresses(api, githubToken, second, gitlabToken, kubeconfig, kubectl, board,
                api.resolve(git.path()));
        addresses = started;
        return started;
    }

    /// Where everything is.
    ///
    /// @throws IllegalStateException before the start
    public Addresses addresses() {
        Addresses known = addresses;
        if (known == null) {
            throw new IllegalStateException("the practice team has not been started");
        }
        return known;
    }

    /// How people are signed in to the first CI provider.
    public DeviceSignIn githubSignIn() {
        return github.signIn();
    }

    /// How people are signed in to the second one.
    public DeviceSignIn gitlabSignIn() {
        return gitlab.signIn();
    }

    /// What can go wrong on request, and whether it does; nothing before the start.
    public List<Incident> incidents() {
        return addresses == null ? List.of() : incidents.all();
    }

    /// Lets something go wrong. One that goes on already is left alone.
    ///
    /// @throws IllegalArgumentException when there is none of this name
    public void startIncident(String name) {
        incidents.start(name);
    }

    /// Puts it right again.
    ///
    /// @throws IllegalArgumentException when there is none of this name
    public void endIncident(String name) {
        incidents.end(name);
    }

    /// Ends the story and closes the ports. The files stay, their tokens are worthless.
    @Override
    public void close() {
        script.close();
        github.close();
        gitlab.close();
        staging.close();
        production.close();
    }
}
