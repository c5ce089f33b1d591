package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.WorldTicks;
import dev.signalbox.practice.gitlab.world.World;
import dev.signalbox.practice.http.BrowserPages;
import dev.signalbox.practice.http.LoopbackServer;
import dev.signalbox.practice.signin.DeviceSignIn;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A CI provider to practise on: GitLab's REST API v4 over a world that moves by itself. It listens on loopback only, on
/// a free port, below `/api/v4`, and answers nobody without one of its tokens, but for telling browsers where they are.
public final class PracticeGitLab implements AutoCloseable {

    private static final DeviceSignIn.Manner SIGN_IN =
            new DeviceSignIn.Manner("/oauth/authorize_device", "/oauth/token", "/oauth/device", 400);

    private final World world;
    private final InstantSource clock;
    private final WorldTicks ticks;
    private final Executor requests;
    private final Gatekeeper gatekeeper;
    private final Front front;
    private final DeviceSignIn signIn;
    private @Nullable LoopbackServer server;

    /// A server that is not yet started.
    ///
    /// @param tokens who may call, and what with
    /// @param ticks moves the world
    /// @param requests runs each request
    public PracticeGitLab(
            World world,
            Map<String, Token> tokens,
            InstantSource clock,
            ScheduledExecutorService ticks,
            Executor requests) {
        this(world, tokens, clock, ticks, new SplittableRandom(clock.millis()), requests);
    }

    /// The same.
    ///
    /// @param signInCodes draws the codes with which people are signed in
    public PracticeGitLab(
            World world,
            Map<String, Token> tokens,
            InstantSource clock,
            ScheduledExecutorService ticks,
            RandomGenerator signInCodes,
            Executor requests) {
        this.world = world;
        this.clock = clock;
        this.ticks = new WorldTicks(ticks, () -> world.tick(clock.instant()));
        this.requests = requests;
        this.signIn = new DeviceSignIn(
                SIGN_IN, tokens.keySet().stream().sorted().findFirst().orElse(""), clock, signInCodes);
        this.gatekeeper = new Gatekeeper(tokens, clock, signIn::meaning);
        this.front = new Front(world, routes(), gatekeeper);
    }

    private Routes routes() {
        Routes routes = new Routes();
        Lookups find = new Lookups(world);
        new ProjectEndpoints(find).addTo(routes);
        new PipelineEndpoints(find).addTo(routes);
        new JobEndpoints(find).addTo(routes);
        new DeploymentEndpoints(find).addTo(routes);
        new CodeEndpoints(find).addTo(routes);
        return routes;
    }

    /// Binds, begins to move the world, and returns the server's address; the API is at `/api/v4` below it.
    ///
    /// @throws IOException when no port can be bound
    public URI start() throws IOException {
        LoopbackServer started =
                LoopbackServer.open(requests).at("/", new BrowserPages(front, "GitLab")).at("/oauth/", signIn).start();
        server = started;
        ticks.start();
        return started.address();
    }

    /// Lets the allowance of everyone be used up until then, as by another program of theirs.
    public void exhaustRateLimit(Duration remaining) {
        gatekeeper.exhaust(clock.instant().plus(remaining));
    }

    /// Ends that at once.
    public void liftLimits() {
        gatekeeper.refill();
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
    }
}
