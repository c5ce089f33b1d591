package dev.signalbox.practice.github;

import com.sun.net.httpserver.HttpHandler;
import dev.signalbox.practice.PushedBranches;
import dev.signalbox.practice.WorldTicks;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.World;
import dev.signalbox.practice.http.BrowserPages;
import dev.signalbox.practice.http.LoopbackServer;
import dev.signalbox.practice.signin.DeviceSignIn;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A CI provider to practise on: GitHub's REST API over a world that moves by itself. It listens on loopback only, on a
/// free port, and answers nobody without one of its tokens, but for telling browsers where they are. The API is at the root
/// and, as on an enterprise server, at `/api/v3`; beside it, people who know its application are signed in with a code.
public final class PracticeGitHub implements AutoCloseable {

    private static final DeviceSignIn.Manner SIGN_IN =
            new DeviceSignIn.Manner("/login/device/code", "/login/oauth/access_token", "/login/device", 200,
                    new DeviceSignIn.Pairs("ghu_", "ghr_", "bad_refresh_token", true));

    private final World world;
    private final InstantSource clock;
    private final WorldTicks ticks;
    private final Executor requests;
    private final Downloads downloads;
    private final Gatekeeper gatekeeper;
    private final Front front;
    private final DeviceSignIn signIn;
    private final Map<String, HttpHandler> repositories = new HashMap<>();
    private volatile @Nullable PushedBranches pushed;
    private @Nullable LoopbackServer server;

    /// A server that is not yet started.
    ///
    /// @param tokens who may call, and as whom
    /// @param ticks moves the world
    /// @param requests runs each request
    public PracticeGitHub(
            World world,
            Map<String, Person> tokens,
            InstantSource clock,
            ScheduledExecutorService ticks,
            RandomGenerator random,
            Executor requests) {
        this.world = world;
        this.clock = clock;
        this.ticks = new WorldTicks(ticks, () -> world.tick(clock.instant()));
        this.requests = requests;
        this.downloads = new Downloads(clock, random, requests);
        this.signIn = new DeviceSignIn(
                SIGN_IN, tokens.keySet().stream().sorted().findFirst().orElse(""), clock, random);
        this.gatekeeper = new Gatekeeper(tokens, clock, signIn::meaning);
        this.front = new Front(world, routes(), gatekeeper, random);
    }

    private Routes routes() {
        Routes routes = new Routes();
        Lookups find = new Lookups(world);
        routes.get("/rate_limit", "",
                call -> Answer.ok(gatekeeper.limit(call.person()).overview(clock.instant(), !call.speaksNewVersion())));
        new AccountEndpoints(world).addTo(routes);
        new RunsEndpoints(find).addTo(routes);
        new LogsEndpoints(find, downloads).addTo(routes);
        new ApprovalsEndpoints(find, clock).addTo(routes);
        new ActionsEndpoints(find, clock).addTo(routes);
        new DeploymentsEndpoints(find).addTo(routes);
        new ChecksEndpoints(find).addTo(routes);
        new CommitEndpoints(find).addTo(routes);
        new ReleaseEndpoints(find).addTo(routes);
        new RepositoryEndpoints(find).addTo(routes);
        new PullEndpoints(find, () -> pushed, clock).addTo(routes);
        return routes;
    }

    /// Serves a repository that people push to beside the API, from the start on.
    ///
    /// @param path below which `git` answers
    public void host(PushedBranches branches, String path, HttpHandler git) {
        pushed = branches;
        repositories.put(path, git);
    }

    /// Whether this is a token that is good now.
    public boolean admits(String token) {
        return gatekeeper.admit("token " + token).isPresent();
    }

    /// Binds, begins to move the world, and returns the API's address.
    ///
    /// @throws IOException when no port can be bound
    public URI start() throws IOException {
        downloads.start();
        LoopbackServer started =
                LoopbackServer.open(requests).at("/", new BrowserPages(front, "GitHub")).at("/login/", signIn);
        repositories.forEach(started::at);
        server = started.start();
        ticks.start();
        return started.address();
    }

    /// Lets the hourly allowance of everyone be used up until then, as by another program of theirs.
    public void exhaustRateLimit(Duration remaining) {
        gatekeeper.exhaust(clock.instant().plus(remaining));
    }

    /// Answers everything with the secondary rate limit for this long.
    public void limitSecondary(Duration remaining) {
        gatekeeper.limitSecondary(clock.instant().plus(remaining));
    }

    /// Ends both kinds of limit at once.
    public void liftLimits() {
        gatekeeper.liftLimits();
    }

    /// Refuses all tokens, until they are taken back.
    public void revokeTokens() {
        gatekeeper.revoke(true);
    }

    /// Takes the tokens back.
    public void restoreTokens() {
        gatekeeper.revoke(false);
    }

    /// How people are signed in.
    public DeviceSignIn signIn() {
        return signIn;
    }

    @Override
    public void close() {
        ticks.close();
        LoopbackServer running = server;
        if (running != null) {
            running.close();
        }
        downloads.close();
    }
}
