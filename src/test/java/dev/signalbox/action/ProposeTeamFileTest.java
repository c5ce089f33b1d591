package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.domain.text.Redaction;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposeTeamFileTest {

    private static final Intent.ProposeTeamFile INTENT = World.propose();
    private static final String BRANCH = World.withdraw().branch();
    private static final String COMMIT = World.withdraw().commit();

    private final World world = new World();
    private final World.Console console = world.console("alice@desk");

    @Test
    void showsTheDifferenceTheRequestsAndWhatTheyStandOn() {
        Plan plan = console.plan(INTENT);

        assertThat(plan.title()).isEqualTo("Propose “List checkout”");
        assertThat(plan.subject())
                .isEqualTo("ops/board.yaml · main of https://github.example/acme/checkout.git");
        assertThat(plan.guard()).isEqualTo(new Guard.Press());
        assertThat(plan.preview()).containsExactly(
                "  version: 1", "− services: []", "+ services: [{name: checkout}]");
        assertThat(plan.preconditions()).containsExactly(
                new Precondition.TeamFileAt(world.team.place, FakeTeam.HEAD),
                new Precondition.BranchAt(world.team.place, BRANCH, ""),
                new Precondition.RequestIs(FakeCi.REPOSITORY, BRANCH, 0));
        assertThat(plan.steps()).extracting(PlanStep::title).containsExactly(
                "Push the branch " + BRANCH + " with one commit", "Open a pull request into main");
        assertThat(plan.steps()).extracting(PlanStep::verifies).containsExactly(
                new Expectation.BranchIs(world.team.place, BRANCH, COMMIT),
                new Expectation.RequestOpens(FakeCi.REPOSITORY, BRANCH, 0, null));
        assertThat(plan.steps().get(1).request().body()).isEqualTo("List checkout → main");
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.undo()).isEqualTo(new Undo.ByIntent(
                "Close the request and remove the branch",
                new Intent.WithdrawProposal(world.team.place, BRANCH, COMMIT)));
        assertThat(world.changes()).isZero();
        assertThat(world.team.logins).containsExactly("alice");
    }

    @Test
    void pushesOpensAndKnowsThePageOfTheRequest() {
        ActionRecord action = console.does(INTENT);

        assertThat(action.phase()).as(action.words()).isEqualTo(Phase.DONE);
        assertThat(action.steps()).extracting(ActionRecord.StepRecord::fate)
                .containsExactly(Fate.VERIFIED, Fate.VERIFIED);
        assertThat(action.words()).contains("The branch " + BRANCH + " is at commit", "Pull request #12 is open.");
        assertThat(action.plan().steps().get(1).verifies()).isEqualTo(new Expectation.RequestOpens(
                FakeCi.REPOSITORY, BRANCH, 12, URI.create("https://github.example/pull/12")));
        assertThat(world.team.branches).containsEntry("main", FakeTeam.HEAD).containsEntry(BRANCH, COMMIT);
    }

    @Test
    void speaksOfMergeRequestsWhereTheyAreCalledSo() {
        world.ci.kind = Connection.Kind.GITLAB;
        World.Console there = world.console("alice@desk");
        assertThat(there.plan(INTENT).steps().get(1).title()).isEqualTo("Open a merge request into main");
        assertThat(there.does(INTENT).words()).contains("Merge request !12 is open.");
    }

    @Test
    void refusesAPlanWhoseBranchHasMovedBeforeItWasMade() {
        world.team.branches.put("main", "f".repeat(40));
        Draft.Refused refused = console.refusal(INTENT);
        assertThat(refused.reason())
                .isEqualTo("Somebody has pushed to main meanwhile: it is at commit ffffffff by now.");
        assertThat(refused.advice()).contains("Look at what it is now");
    }

    @Test
    void stopsWhenTheBranchMovesBetweenLookingAndPressing() {
        DraftId draft = console.operator.prepare(INTENT);
        Plan plan = console.plan(draft);
        world.team.branches.put("main", "f".repeat(40));
        console.operator.confirm(draft);

        assertThat(console.action(plan).phase()).isEqualTo(Phase.STOPPED);
        assertThat(console.action(plan).words()).contains("Somebody has pushed to main meanwhile");
        assertThat(world.changes()).isZero();
    }

    @Test
    void refusesWhatChangesNothing() {
        assertThat(console.refusal(World.propose(FakeTeam.OLD)).reason())
                .isEqualTo("The text is as it is on main already.");
    }

    private static Intent.ProposeTeamFile titled(String title) {
        return new Intent.ProposeTeamFile(
                INTENT.place(),
                new TeamProposal(FakeTeam.HEAD, INTENT.proposal().text(), title, "", FakeClock.START), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines"})
    void refusesATitleThatIsNone(String title) {
        assertThat(console.refusal(titled(title)).advice()).isEqualTo("Say in one line what the change does.");
        assertThat(world.team.logins).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "version: 1\n# glpat-abcdefghij0123456789\n", "hosts: {ci: https://ann:secret@git.example}\n",
        "version: 1\n# Authorization: Bearer abcdef0123456789\n"
    })
    void refusesWhatLooksLikeASecret(String text) {
        assertThat(console.refusal(World.propose(text)).reason()).contains("looks like a token");
        assertThat(world.journal.recent(1)).isEmpty();
    }

    @Test
    void refusesATokenOfTheConsoleThatLooksLikeNone() {
        String text = "version: 1\n# an-odd-token-of-ours\n";
        assertThat(console.plan(World.propose(text)).steps()).isNotEmpty();
        world.held = new Redaction(List.of("an-odd-token-of-ours"));
        assertThat(console.refusal(World.propose(text)).reason())
                .contains("looks like a token").doesNotContain("odd-token");
    }

    @Test
    void warnsOfWhatProtectsLess() {
        Plan plan = console.plan(new Intent.ProposeTeamFile(
                INTENT.place(), INTENT.proposal(), List.of("Environment eu: a press is enough\u202e")));
        assertThat(plan.warnings()).containsExactly(
                "It protects less than what is in force, so everybody's console will ask before it takes it.",
                "Environment eu: a press is enough‹U+202E›");
    }

    @Test
    void showsALongDifferenceInPart() {
        String many = IntStream.range(0, 500).mapToObj(i -> "# line " + i + "\n").collect(Collectors.joining());
        List<String> preview = console.plan(World.propose(many)).preview();
        assertThat(preview).hasSize(61).last().asString().matches("⋯ \\d+ more lines");
    }

    @Test
    void pushesOnlyWhereNoAccountIsAtTheRepositorysHost() {
        world.team.place = new TeamPlace("https://git.elsewhere.example/acme/board.git", "main", "ops/board.yaml");
        Intent.ProposeTeamFile there = new Intent.ProposeTeamFile(world.team.place, INTENT.proposal(), List.of());
        Plan plan = console.plan(there);
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.warnings()).singleElement().asString().contains("Open the request there by hand");
        assertThat(plan.undo()).extracting("words").isEqualTo("Remove the branch");
        assertThat(console.does(there).phase()).isEqualTo(Phase.DONE);
        assertThat(world.ci.changes).isEmpty();
        assertThat(world.team.logins).contains("alice@desk");
    }

    @Test
    void takesTheAccountThatTheConfigurationNames() {
        world.team.place = new TeamPlace("ssh://git@ssh.elsewhere.example:22/acme/checkout.git", "main", "x.yaml");
        world.team.account = FakeCi.REPOSITORY.connection();
        Intent.ProposeTeamFile there = new Intent.ProposeTeamFile(world.team.place, INTENT.proposal(), List.of());
        assertThat(console.plan(there).steps()).hasSize(2);
        world.team.account = new ConnectionId("gone");
        assertThat(console.plan(there).steps()).hasSize(1);
    }

    @Test
    void goesOnWhereItStoodWhenOnlyTheBranchWasMade() {
        world.ci.losesRequests = true;
        ActionRecord half = console.does(INTENT);
        assertThat(half.phase()).isEqualTo(Phase.FAILED);
        assertThat(half.steps()).extracting(ActionRecord.StepRecord::fate)
                .containsExactly(Fate.VERIFIED, Fate.NOT_APPLIED);
        assertThat(half.words()).contains("is at commit", "There is no pull request for the branch.");

        world.ci.losesRequests = false;
        Plan rest = console.plan(INTENT);
        assertThat(rest.steps()).singleElement().extracting(PlanStep::title)
                .isEqualTo("Open a pull request into main");
        assertThat(rest.preconditions()).contains(new Precondition.BranchAt(world.team.place, BRANCH, COMMIT));
        assertThat(console.does(INTENT).phase()).isEqualTo(Phase.DONE);
        assertThat(console.refusal(INTENT).reason()).isEqualTo("This is proposed already: pull request #12 is open.");
    }

    @Test
    void saysWhatWasNotSentWhenTheFirstAnswerWasLost() {
        world.team.losesAnswers = true;
        ActionRecord half = console.does(INTENT);
        assertThat(half.phase()).isEqualTo(Phase.FAILED);
        assertThat(half.steps()).extracting(ActionRecord.StepRecord::fate)
                .containsExactly(Fate.VERIFIED, Fate.NOT_SENT);
        assertThat(half.words()).contains("Applied (confirmed by reading)", "Not sent: open a pull request into main.");
        assertThat(world.ci.changes).isEmpty();
    }

    @Test
    void changesNothingWhenThePushIsLost() {
        world.team.losesRequests = true;
        ActionRecord lost = console.does(INTENT);
        assertThat(lost.phase()).isEqualTo(Phase.FAILED);
        assertThat(lost.steps().getFirst().fate()).isEqualTo(Fate.NOT_APPLIED);
        assertThat(world.changes()).isZero();
    }

    @Test
    void leavesSomebodyElsesBranchAlone() {
        world.team.branches.put(BRANCH, "e".repeat(40));
        assertThat(console.refusal(INTENT).reason()).contains("There is another branch " + BRANCH);
    }

    @Test
    void takesTwoEqualWishesForOne() {
        DraftId first = console.operator.prepare(INTENT);
        DraftId second = console.operator.prepare(INTENT);
        Plan again = console.plan(second);
        console.operator.confirm(first);
        console.operator.confirm(second);
        assertThat(console.action(again).phase()).isEqualTo(Phase.STOPPED);
        assertThat(console.action(again).words()).contains("Already confirmed");
        assertThat(world.changes()).isEqualTo(2);
    }

    @Test
    void anEarlierRequestThatWasClosedIsNoObstacle() {
        world.ci.requests.opened(BRANCH, ChangeRequest.State.CLOSED);
        ActionRecord action = console.does(INTENT);
        assertThat(action.phase()).isEqualTo(Phase.DONE);
        assertThat(action.words()).contains("#13 is open");
    }

    @Test
    void anotherTextIsAnotherCommit() {
        TeamProposal other = World.propose("version: 1\n").proposal();
        assertThat(FakeTeam.commit(other)).isNotEqualTo(COMMIT);
        console.does(INTENT);
        assertThat(console.does(World.propose("version: 1\n")).phase()).isEqualTo(Phase.DONE);
        assertThat(world.team.branches).hasSize(3);
    }
}
