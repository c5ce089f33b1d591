package dev.signalbox.action;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamProposals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a proposal of the team file back: closes its request, and removes its branch while nobody has added to it.
final class WithdrawProposal {

    private final Outside outside;
    private final PlanMaker maker;

    WithdrawProposal(Outside outside, PlanMaker maker) {
        this.outside = outside;
        this.maker = maker;
    }

    Plan prepare(Intent.WithdrawProposal intent) throws RemoteFailure, Refusal {
        TeamProposals team = outside.team(intent.place());
        Optional<RepositoryId> repository = outside.hosted(team);
        List<PlanStep> steps = new ArrayList<>();
        List<Precondition> stands = new ArrayList<>();
        List<String> preview = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        if (repository.isPresent()) {
            request(repository.get(), intent, steps, stands, preview);
        }
        String there = team.branch(intent.branch()).orElse("");
        if (there.equals(intent.commit())) {
            stands.add(new Precondition.BranchAt(intent.place(), intent.branch(), intent.commit()));
            steps.add(new PlanStep(
                    "Remove the branch " + intent.branch(), team.remove(intent.branch(), intent.commit()),
                    new Expectation.BranchIs(intent.place(), intent.branch(), ""),
                    "The repository has no branch " + intent.branch() + " any more.", false));
            preview.add(intent.branch() + ": at commit " + Words.commit(there) + " → removed");
        } else if (!there.isEmpty()) {
            warnings.add("Somebody has added to the branch, so it stays.");
        }
        if (steps.isEmpty()) {
            throw new Refusal("Nothing is left to take back: no request is open and the branch is not ours any more.",
                    "Look at the repository.");
        }
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        "Take the proposal on " + intent.branch() + " back",
                        Words.name(intent.place().path()) + " · " + Words.name(intent.place().repository()), "",
                        new Guard.Press()),
                new PlanMaker.Body(
                        List.copyOf(stands), List.copyOf(steps),
                        new Undo.Impossible("Propose the text again, from the editor."), List.copyOf(preview),
                        List.copyOf(warnings), ""));
    }

    private void request(
            RepositoryId repository, Intent.WithdrawProposal intent, List<PlanStep> steps, List<Precondition> stands,
            List<String> preview) throws RemoteFailure, Refusal {
        CiProvider ci = outside.provider(repository.connection());
        CiWords words = CiWords.of(ci.kind());
        ChangeRequest request = ci.changeProposals().of(repository, intent.branch()).orElse(null);
        if (request == null) {
            return;
        }
        String name = words.request() + " " + words.requestMark() + request.number();
        switch (request.state()) {
            case OPEN -> {
                stands.add(new Precondition.RequestIs(repository, intent.branch(), request.number()));
                steps.add(new PlanStep(
                        "Close " + name, ci.changeProposals().close(repository, request.number()),
                        new Expectation.RequestCloses(repository, intent.branch(), request.number()),
                        "It is closed without having been taken in.", false));
                preview.add(name + ": open → closed");
            }
            case MERGED -> throw new Refusal(
                    "It was taken in already, with " + name + ".", "Propose the earlier text instead.");
            case CLOSED, UNKNOWN -> {
                // Nothing to close; the branch may still be there.
            }
        }
    }
}
