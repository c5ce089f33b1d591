package dev.signalbox.ui.accounts;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterMark;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A desk that writes down what is wanted of it.
final class FakeDesk implements ConnectionDesk {

    static final ConnectionId WORK = new ConnectionId("work");
    static final ConnectionId PROD = new ConnectionId("prod-eu");

    final List<String> wanted = new ArrayList<>();
    final Map<ConnectionId, Connection> standing = new HashMap<>();
    final List<Consumer<Optional<Connection>>> watching = new ArrayList<>();
    String fixed = "";
    String failure = "";
    boolean leads = true;
    boolean signsIn;
    final List<Consumer<SigningIn>> signingIn = new ArrayList<>();
    Checked answer = new Checked.Problem(new RemoteProblem.Unauthorized("The token was refused."));
    List<AccountLine> accounts = List.of(new AccountLine(
            WORK, Connection.Kind.GITHUB, "https://github.com", "Its token lies in the vault",
            "Its token is removed from the vault.",
            List.of("acme"), List.of()));
    List<ClusterLine> clusters = List.of(new ClusterLine(
            PROD, "admin@prod-eu", List.of("shop", "payments"), 1, ClusterMark.PRODUCTION_READ_ONLY));

    @Override
    public String fixed() {
        return fixed;
    }

    @Override
    public List<AccountLine> accounts() {
        return accounts;
    }

    @Override
    public List<ClusterLine> clusters() {
        return clusters;
    }

    @Override
    public Optional<Connection> standing(ConnectionId id) {
        return Optional.ofNullable(standing.get(id));
    }

    @Override
    public Runnable watch(ConnectionId id, Consumer<Optional<Connection>> told) {
        watching.add(told);
        return () -> watching.remove(told);
    }

    @Override
    public void check(ConnectionId account, Consumer<Checked> heard) {
        wanted.add("check " + account.name());
        heard.accept(answer);
    }

    @Override
    public boolean canSignIn(ConnectionId account) {
        return signsIn;
    }

    @Override
    public Runnable signIn(ConnectionId account, Consumer<SigningIn> told) {
        wanted.add("sign in to " + account.name());
        signingIn.add(told);
        return () -> wanted.add("give up " + account.name());
    }

    @Override
    public void open(URI page) {
        wanted.add("open " + page);
    }

    @Override
    public void remove(ConnectionId id, Consumer<String> failed) {
        wanted.add("remove " + id.name());
        fail(failed);
    }

    @Override
    public void mark(ConnectionId cluster, ClusterMark mark, Consumer<String> failed) {
        wanted.add(cluster.name() + " is " + mark);
        fail(failed);
    }

    private void fail(Consumer<String> failed) {
        if (!failure.isEmpty()) {
            failed.accept(failure);
        }
    }

    @Override
    public Optional<Runnable> addAccount() {
        return leads ? Optional.of(() -> wanted.add("add account")) : Optional.empty();
    }

    @Override
    public Optional<Runnable> addCluster() {
        return leads ? Optional.of(() -> wanted.add("add cluster")) : Optional.empty();
    }

    @Override
    public String addByHand() {
        return "Write it into the file.";
    }
}
