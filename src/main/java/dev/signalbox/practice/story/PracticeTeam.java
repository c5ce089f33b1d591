package dev.signalbox.practice.story;

import dev.signalbox.practice.cluster.PodBehaviour;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.github.PracticeGitHub;
import dev.signalbox.practice.github.world.People;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A whole team to practise with: a CI provider, two clusters and a story that plays on them. Everything listens on
/// loopback only, under tokens that are drawn anew each time.
public final class PracticeTeam implements AutoCloseable {

    private static final double ORDINARY_PACE = 1;

    private final Path folder;
    private final String githubToken;
    private final Map<String, String> clusterTokens;
    private final PracticeCluster staging;
    private final PracticeCluster production;
    private final PracticeGitHub github;
    private final Incidents incidents;
    private final Script script;
    private @Nullable Addresses addresses;

    /// Builds the team and its past; nothing listens yet.
    ///
    /// @param folder where the kubeconfig and the board file are written; made when missing
    /// @param ticks moves the servers and the story; not shut down with the team
    /// @param random draws tokens too, so in earnest use it must not be guessable
    /// @param requests runs each request to the CI provider
    public PracticeTeam(
            Path folder, InstantSource clock, ScheduledExecutorService ticks, RandomGenerator random, Executor requests) {
        RandomGenerator lots = () -> {
            synchronized (random) {
                return random.nextLong();
            }
        };
        this.folder = folder;
        this.githubToken = "practice_" + secret(lots);
        this.clusterTokens = Map.of(Target.STAGING_CLUSTER, secret(lots), Target.PRODUCTION_CLUSTER, secret(lots));
        List<ServiceStory> services = Catalogue.services();
        staging = cluster(Target.STAGING_CLUSTER, clock, ticks, lots);
        production = cluster(Target.PRODUCTION_CLUSTER, clock, ticks, lots);
        ClusterSink sink = new ClusterSink(services, clusters(), clock);
        World world = new World(People.standard(), lots, sink, ORDINARY_PACE);
        seed(services, world, clock);
        Teamwork team = new Teamwork(world, sink, clock, lots);
        github = new PracticeGitHub(
                world, Map.of(githubToken, world.people().you()), clock, ticks, lots, requests);
        incidents = new Incidents(github, production, team);
        script = new Script(world, team, clock, ticks, lots);
    }

    private static String secret(RandomGenerator random) {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private PracticeCluster cluster(
            String name, InstantSource clock, ScheduledExecutorService ticks, RandomGenerator random) {
        return new PracticeCluster(name, clusterTokens.getOrDefault(name, ""), clock, ticks, random);
    }

    private Map<String, PracticeCluster> clusters() {
        return Map.of(Target.STAGING_CLUSTER, staging, Target.PRODUCTION_CLUSTER, production);
    }

    private void seed(List<ServiceStory> services, World world, InstantSource clock) {
        for (ServiceStory service : services) {
            world.seed(Seeds.repository(service, world.people()), clock.instant());
            Repository repository = world.repository(service.name()).orElseThrow();
            for (String environment : Catalogue.ENVIRONMENTS) {
                PracticeCluster cluster = environment.equals(Catalogue.PRODUCTION) ? production : staging;
                cluster.seed(Seeds.workload(service, environment, repository));
            }
        }
        String bad = services.stream()
                .filter(service -> service.name().equals("checkout"))
                .findFirst()
                .orElseThrow()
                .image("v2.14.1");
        production.behave(bad, PodBehaviour.PARTLY_CRASHING);
    }

    /// Opens the ports, writes the files and begins the story.
    ///
    /// @throws IOException when a port cannot be bound or a file not be written
    public Addresses start() throws IOException {
        Map<String, URI> servers =
                Map.of(Target.STAGING_CLUSTER, staging.start(), Target.PRODUCTION_CLUSTER, production.start());
        script.prelude();
        URI api = github.start();
        Path kubeconfig = folder.resolve("kubeconfig");
        Path board = folder.resolve("board.yaml");
        PracticeFiles.write(kubeconfig, PracticeFiles.kubeconfig(servers, clusterTokens));
        PracticeFiles.write(board, PracticeFiles.board(Catalogue.services()));
        script.start();
        Addresses started = new Addresses(api, githubToken, kubeconfig, board);
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

    /// What can go wrong on request, and whether it does.
    public List<Incident> incidents() {
        return incidents.all();
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
        staging.close();
        production.close();
    }
}
