package dev.signalbox.practice.gitlab;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.practice.gitlab.world.World;
import dev.signalbox.practice.signin.DeviceSignIn;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A CI provider to practise on: GitLab's REST API v4 over a world that moves by itself. It listens on loopback only, on
/// a free port, below `/api/v4`, and answers nobody without one of its tokens.
public final class PracticeGitLab implements AutoCloseable {

    private static final Logger LOG = System.getLogger(PracticeGitLab.class.getName());
    private static final long TICK_MILLIS = 200;
    private static final DeviceSignIn.Manner SIGN_IN =
            new DeviceSignIn.Manner("/oauth/authorize_device", "/oauth/token", "/oauth/device", 400);

    private final World world;
    private final InstantSource clock;
    private final ScheduledExecutorService ticks;
    private final Executor requests;
    private final Gatekeeper gatekeeper;
    private final Front front;
    private final DeviceSignIn signIn;
    private @Nullable HttpServer server;
    private @Nullable ScheduledFuture<?> ticking;

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
        this.ticks = ticks;
        this.requests = requests;
        this.gatekeeper = new Gatekeeper(tokens, clock);
        this.front = new Front(world, routes(), gatekeeper);
        this.signIn = new DeviceSignIn(
                SIGN_IN, tokens.keySet().stream().sorted().findFirst().orElse(""), clock, signInCodes);
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
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.setExecutor(requests);
        started.createContext("/", front);
        started.createContext("/oauth/", signIn);
        started.start();
        server = started;
        ticking = ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return URI.create("http://127.0.0.1:" + started.getAddress().getPort());
    }

    private void tick() {
        try {
            world.tick(clock.instant());
        } catch (RuntimeException e) {
            // Thrown on, it would end the ticking for good.
            LOG.log(Level.WARNING, "the practice world stumbled", e);
        }
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

    @Override
    public void close() {
        ScheduledFuture<?> future = ticking;
        if (future != null) {
            future.cancel(false);
        }
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
        }
    }
}
