package dev.signalbox.action;

import dev.signalbox.domain.ci.ChangeProposal;
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
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.domain.team.TextDiff;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.port.TeamProposals.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts another text of the team file on a branch of its own and asks others to take it in. What is in force here changes
/// only when they do.
final class ProposeTeamFile {

    private static final int LONGEST_TITLE = 200;
    private static final int SHOWN = 60;

    private final Outside outside;
    private final PlanMaker maker;
    private final String operator;

    /// @param operator who acts, where no account tells a login
    ProposeTeamFile(Outside outside, PlanMaker maker, String operator) {
        this.outside = outside;
        this.maker = maker;
        this.operator = operator;
    }

    Plan prepare(Intent.ProposeTeamFile intent) throws RemoteFailure, Refusal {
        TeamProposal proposal = intent.proposal();
        TeamPlace place = intent.place();
        check(proposal);
        TeamProposals team = outside.team(place);
        TeamHead head = team.head();
        if (!head.commit().equals(proposal.head())) {
            throw new Refusal(
                    moved(place, head.commit()),
                    "Look at what it is now, put your change on it, and propose it again.");
        }
        if (proposal.text().equals(head.text())) {
            throw new Refusal("The text is as it is on " + place.branch() + " already.", "Change something first.");
        }
        Optional<RepositoryId> repository = outside.hosted(team);
        Prepared prepared = team.prepare(proposal, login(repository));
        String there = team.branch(prepared.branch()).orElse("");
        List<PlanStep> steps = new ArrayList<>();
        if (there.isEmpty()) {
            steps.add(new PlanStep(
                    "Push the branch " + prepared.branch() + " with one commit", prepared.push(),
                    new Expectation.BranchIs(place, prepared.branch(), prepared.commit()),
                    "The repository has the branch, with commit " + Words.commit(prepared.commit()) + " at its head.",
                    false));
        } else if (!there.equals(prepared.commit())) {
            throw new Refusal(
                    "There is another branch " + prepared.branch() + " already.", "Change the title, and try again.");
        }
        List<Precondition> stands = new ArrayList<>();
        stands.add(new Precondition.TeamFileAt(place, proposal.head()));
        stands.add(new Precondition.BranchAt(place, prepared.branch(), there));
        if (repository.isPresent()) {
            request(repository.get(), prepared, intent, steps, stands);
        }
        if (steps.isEmpty()) {
            throw new Refusal("This is on the branch " + prepared.branch() + " already.", "Nothing is left to do.");
        }
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        "Propose “" + Words.name(proposal.title()) + "”",
                        Words.name(place.path()) + " · " + Words.name(place.branch()) + " of "
                                + Words.name(place.repository()),
                        "", new Guard.Press()),
                new PlanMaker.Body(
                        List.copyOf(stands), List.copyOf(steps),
                        new Undo.ByIntent(
                                repository.isPresent()
                                        ? "Close the request and remove the branch"
                                        : "Remove the branch",
                                new Intent.WithdrawProposal(place, prepared.branch(), prepared.commit())),
                        preview(head, proposal), warnings(intent, repository.isPresent()), ""));
    }

    private void request(
            RepositoryId repository, Prepared prepared, Intent.ProposeTeamFile intent, List<PlanStep> steps,
            List<Precondition> stands) throws RemoteFailure, Refusal {
        CiProvider ci = outside.provider(repository.connection());
        CiWords words = CiWords.of(ci.kind());
        Optional<ChangeRequest> open = ci.changeProposals().of(repository, prepared.branch())
                .filter(request -> request.state() == ChangeRequest.State.OPEN);
        if (open.isPresent()) {
            throw new Refusal(
                    "This is proposed already: " + words.request() + " " + words.requestMark()
                            + open.get().number() + " is open.",
                    "Look at it on " + words.provider() + ".");
        }
        TeamProposal proposal = intent.proposal();
        String into = intent.place().branch();
        stands.add(new Precondition.RequestIs(repository, prepared.branch(), 0));
        steps.add(new PlanStep(
                "Open a " + words.request() + " into " + Words.name(into),
                ci.changeProposals().open(new ChangeProposal(
                        repository, prepared.branch(), into, proposal.title(), proposal.description())),
                new Expectation.RequestOpens(repository, prepared.branch(), 0, null),
                "A " + words.request() + " for the branch is open.",
                false));
    }

    private void check(TeamProposal proposal) throws Refusal {
        String title = proposal.title();
        if (title.isBlank() || title.length() > LONGEST_TITLE || title.lines().count() > 1) {
            throw new Refusal(
                    "The title is empty, longer than " + LONGEST_TITLE + " characters, or has several lines.",
                    "Say in one line what the change does.");
        }
        String all = title + "\n" + proposal.description() + "\n" + proposal.text();
        if (!outside.secrets().get().hideWhole(all).equals(all)) {
            throw new Refusal(
                    "Something in it looks like a token or a password. Whoever can read the repository would have it.",
                    "Take it out; a board needs none.");
        }
    }

    /// Who the commit is from: whoever is signed in where the request is opened.
    private String login(Optional<RepositoryId> repository) throws RemoteFailure {
        return repository.isPresent()
                ? outside.provider(repository.get().connection()).accounts().me().login()
                : operator;
    }

    /// That the followed branch has moved, a sentence.
    static String moved(TeamPlace place, String commit) {
        return "Somebody has pushed to " + Words.name(place.branch()) + " meanwhile: it is at commit "
                + Words.commit(commit) + " by now.";
    }

    private static List<String> preview(TeamHead head, TeamProposal proposal) {
        List<TextDiff.Line> lines = TextDiff.of(head.text() == null ? "" : head.text(), proposal.text());
        List<String> shown = new ArrayList<>();
        lines.stream().limit(SHOWN).map(ProposeTeamFile::line).forEach(shown::add);
        if (lines.size() > SHOWN) {
            shown.add("⋯ " + (lines.size() - SHOWN) + " more lines");
        }
        return List.copyOf(shown);
    }

    private static String line(TextDiff.Line line) {
        return switch (line.kind()) {
            case SAME -> "  " + line.text();
            case ADDED -> "+ " + line.text();
            case REMOVED -> "− " + line.text();
            case GAP -> "⋯";
        };
    }

    private static List<String> warnings(Intent.ProposeTeamFile intent, boolean hosted) {
        List<String> warnings = new ArrayList<>();
        if (!intent.weakened().isEmpty()) {
            warnings.add("It protects less than what is in force, so everybody's console will ask before it takes it.");
        }
        intent.weakened().forEach(sentence -> warnings.add(Words.name(sentence)));
        if (!hosted) {
            warnings.add(
                    "No account of this console is at the repository's host, so only the branch is pushed. Open the"
                            + " request there by hand, or name the account in the configuration.");
        }
        return List.copyOf(warnings);
    }
}
