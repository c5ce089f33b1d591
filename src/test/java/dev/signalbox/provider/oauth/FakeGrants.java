package dev.signalbox.provider.oauth;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.port.Grants;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SignIn;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server that gives pairs by number, and the place where they are kept; both fail when a test says so. Writes down what
/// was done in which order.
final class FakeGrants implements SignIn, Grants {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final List<String> done = new ArrayList<>();
    private Grant kept = pair(1);
    private int given = 1;
    private @Nullable RemoteProblem serverProblem;
    private @Nullable RemoteProblem keptProblem;
    private @Nullable RemoteProblem replaceProblem;
    private @Nullable CountDownLatch hold;
    private final CountDownLatch asked = new CountDownLatch(1);
    private Runnable meanwhile = () -> {};

    /// The pair of a number, each good for two hours.
    static Grant pair(int number) {
        return pair(number, NOW.plusSeconds(7200L * number));
    }

    static Grant pair(int number, @Nullable Instant end) {
        return new Grant(
                new HiddenText("access-" + number), end, new HiddenText("refresh-" + number), null, "client-1",
                URI.create("https://ci.example/oauth/token"));
    }

    static RemoteProblem away() {
        return new RemoteProblem.Unreachable("gone", Sent.MAYBE);
    }

    static RemoteProblem over() {
        return new RemoteProblem.SignInEnded("over");
    }

    static RemoteProblem locked() {
        return new RemoteProblem.NoCredential("locked");
    }

    synchronized void serverFails(@Nullable RemoteProblem why) {
        serverProblem = why;
    }

    synchronized void readingFails(@Nullable RemoteProblem why) {
        keptProblem = why;
    }

    synchronized void keepingFails(@Nullable RemoteProblem why) {
        replaceProblem = why;
    }

    /// Somebody else keeps another pair.
    synchronized void keepsAnother(Grant other) {
        kept = other;
    }

    /// Done while the server is asked.
    synchronized void meanwhile(Runnable what) {
        meanwhile = what;
    }

    /// The server answers no sooner than this is counted down.
    synchronized CountDownLatch hold() {
        CountDownLatch held = new CountDownLatch(1);
        hold = held;
        return held;
    }

    void awaitAsked() throws InterruptedException {
        if (!asked.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the server was not asked");
        }
    }

    synchronized List<String> done() {
        return List.copyOf(done);
    }

    synchronized Grant stored() {
        return kept;
    }

    @Override
    public Grant renew(Grant old) throws RemoteFailure {
        note("renew " + old.refresh().reveal());
        asked.countDown();
        CountDownLatch wait = held();
        try {
            if (wait != null && !wait.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("held for too long");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("whoever waits must not stop this", e);
        }
        synchronized (this) {
            meanwhile.run();
            fail(serverProblem);
            return pair(++given);
        }
    }

    private synchronized @Nullable CountDownLatch held() {
        return hold;
    }

    private synchronized void note(String what) {
        done.add(what);
    }

    @Override
    public synchronized Grant kept() throws RemoteFailure {
        fail(keptProblem);
        return kept;
    }

    @Override
    public synchronized boolean replace(Grant before, Grant next) throws RemoteFailure {
        fail(replaceProblem);
        if (!kept.equals(before)) {
            return false;
        }
        kept = next;
        done.add("keep " + next.token().reveal());
        return true;
    }

    @Override
    public synchronized void learn(Grant fresh) {
        done.add("learn " + fresh.token().reveal());
    }

    private static void fail(@Nullable RemoteProblem why) throws RemoteFailure {
        if (why != null) {
            throw new RemoteFailure(why);
        }
    }

    @Override
    public DeviceCode begin(String clientId) {
        throw new AssertionError("nobody signs in");
    }

    @Override
    public SignInAnswer poll(DeviceCode begun) {
        throw new AssertionError("nobody signs in " + Optional.of(begun));
    }
}
