package dev.signalbox.action;

import dev.signalbox.domain.ci.ChangeProposal;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.ChangeProposals;
import dev.signalbox.port.RemoteFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Pull requests in memory, by the branch that they are for.
final class FakeRequests implements ChangeProposals {

    final Map<String, List<ChangeRequest>> all = new TreeMap<>();
    private final FakeCi ci;
    private long numbers = 11;

    FakeRequests(FakeCi ci) {
        this.ci = ci;
    }

    @Override
    public Optional<ChangeRequest> of(RepositoryId repository, String branch) throws RemoteFailure {
        return ci.read("requests", newest(branch));
    }

    private Optional<ChangeRequest> newest(String branch) {
        List<ChangeRequest> there = all.getOrDefault(branch, List.of());
        return there.isEmpty() ? Optional.empty() : Optional.of(there.getLast());
    }

    @Override
    public PlannedRequest open(ChangeProposal proposal) {
        return FakeCi.request("/pulls/" + proposal.branch(), proposal.title() + " → " + proposal.into());
    }

    @Override
    public PlannedRequest close(RepositoryId repository, long number) {
        return FakeCi.request("/close/" + number, "");
    }

    /// Opens one as the server does.
    void opened(String branch, State state) {
        numbers++;
        all.computeIfAbsent(branch, key -> new ArrayList<>()).add(new ChangeRequest(
                numbers, "A change", "alice", state, null, URI.create("https://github.example/pull/" + numbers)));
    }

    /// Does what was sent; nothing when it is about something else.
    boolean apply(String path) {
        if (path.startsWith("/pulls/")) {
            opened(path.substring("/pulls/".length()), State.OPEN);
            return true;
        }
        if (path.startsWith("/close/")) {
            long number = Long.parseLong(path.substring("/close/".length()));
            all.values().forEach(list -> list.replaceAll(r -> r.number() == number
                    ? new ChangeRequest(r.number(), r.title(), r.author(), State.CLOSED, null, r.page())
                    : r));
            return true;
        }
        return false;
    }

    boolean isOpen(String branch) {
        return newest(branch).filter(request -> request.state() == State.OPEN).isPresent();
    }
}
