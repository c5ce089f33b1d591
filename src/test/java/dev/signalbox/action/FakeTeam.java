package dev.signalbox.action;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import dev.signalbox.port.TeamProposals;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A Git repository in memory with a team file on `main`.
final class FakeTeam implements TeamProposals, Sender {

    static final ConnectionId ID = new ConnectionId("team-file");
    static final String OLD = "version: 1\nservices: []\n";
    static final String HEAD = "0123456789abcdef0123456789abcdef01234567";

    final Map<String, String> branches = new TreeMap<>();
    final List<PlannedRequest> changes = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    final List<String> logins = new ArrayList<>();
    TeamPlace place = new TeamPlace("https://github.example/acme/checkout.git", "main", "ops/board.yaml");
    @Nullable
    String text = OLD;
    @Nullable
    ConnectionId account;
    boolean losesAnswers;
    boolean losesRequests;
    Trace trace = new Trace();
    Predicate<PlannedRequest> intended = request -> true;

    FakeTeam() {
        branches.put("main", HEAD);
    }

    @Override
    public TeamPlace place() {
        return place;
    }

    @Override
    public @Nullable ConnectionId account() {
        return account;
    }

    @Override
    public TeamHead head() throws RemoteFailure {
        fail("head");
        return new TeamHead(Objects.requireNonNull(branches.get("main")), text, text == null ? "Not text." : "", false);
    }

    @Override
    public Optional<String> branch(String name) throws RemoteFailure {
        fail("branch");
        return Optional.ofNullable(branches.get(name));
    }

    private void fail(String what) throws RemoteFailure {
        if (trace.begin("team " + what)) {
            throw new RemoteFailure(new RemoteProblem.ServerFault("Bad gateway.", 502));
        }
    }

    @Override
    public Prepared prepare(TeamProposal proposal, String login) throws RemoteFailure {
        fail("prepare");
        logins.add(login);
        String commit = commit(proposal);
        String branch = TeamProposal.branch(commit);
        return new Prepared(branch, commit, request(branch + " " + commit));
    }

    /// The same for the same proposal, as in Git.
    static String commit(TeamProposal proposal) {
        return String.format(Locale.ROOT, "%08x", proposal.hashCode()).repeat(5);
    }

    @Override
    public PlannedRequest remove(String branch, String commit) {
        return request(branch + " -" + commit);
    }

    private PlannedRequest request(String body) {
        return new PlannedRequest(ID, "PUSH", URI.create(place.repository()), "text/plain", body, "git push …");
    }

    @Override
    public Sender sender() {
        return this;
    }

    @Override
    public SendOutcome send(PlannedRequest request) {
        boolean cut = trace.begin("push " + request.body());
        if (!intended.test(request)) {
            violations.add("pushed without having been written down: " + request);
        }
        SendOutcome outcome = losesRequests ? new SendOutcome.Applied(200, "") : apply(request);
        trace.end("push " + request.body());
        return cut || losesAnswers || losesRequests
                ? new SendOutcome.Unknown(new RemoteProblem.Unreachable("Connection reset.", Sent.MAYBE))
                : outcome;
    }

    private SendOutcome apply(PlannedRequest request) {
        String[] parts = request.body().split(" ", 2);
        boolean removes = parts[1].startsWith("-");
        String wanted = removes ? parts[1].substring(1) : null;
        if (!Objects.equals(branches.get(parts[0]), wanted)) {
            return new SendOutcome.NotApplied(new RemoteProblem.Conflict("The branch is not where it was any more."));
        }
        if (removes) {
            branches.remove(parts[0]);
        } else {
            branches.put(parts[0], parts[1]);
        }
        changes.add(request);
        return new SendOutcome.Applied(200, "");
    }
}
