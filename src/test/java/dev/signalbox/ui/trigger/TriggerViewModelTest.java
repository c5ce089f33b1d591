package dev.signalbox.ui.trigger;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.repository;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.InputsKey;
import dev.signalbox.state.Reducer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TriggerViewModelTest {

    private static final RepositoryId ALPHA = repository("alpha");
    private static final InputsKey KEY = new InputsKey(CHECKOUT, 7, "main");

    private final List<Change> offered = new ArrayList<>();
    private final List<Intent> proposed = new ArrayList<>();
    private final TriggerViewModel model = new TriggerViewModel(offered::add, proposed::add);
    private final List<Change> changes = new ArrayList<>(List.of(
            new Change.BoardDescribed(
                    new BoardSpec(
                            List.of(),
                            List.of(new ServiceSpec("shop", "g", CHECKOUT, null, null, List.of(), false))),
                    List.of()),
            repositories(),
            new Change.WorkflowsRead(
                    CHECKOUT,
                    new Answer.Good<>(
                            List.of(
                                    workflow(9, "Release", true), workflow(7, "CI", true), workflow(8, "Old", false)),
                            NOON))));

    private static Change repositories() {
        return new Change.RepositoriesRead(
                CHECKOUT.connection(), "acme",
                new Answer.Good<>(List.of(known(ALPHA, NOON), known(CHECKOUT, NOON)), NOON));
    }

    private static Workflow workflow(long number, String name, boolean active) {
        return new Workflow(CHECKOUT, number, name, ".github/workflows/" + name + ".yml", active, null);
    }

    private void inputs(WorkflowInput... inputs) {
        changes.add(new Change.InputsRead(KEY, new Answer.Good<>(new ManualStart.Offered(List.of(inputs)), NOON)));
        show();
    }

    private static WorkflowInput input(String name, WorkflowInput.Type type, boolean required, String... options) {
        return new WorkflowInput(name, "", type, required, null, List.of(options));
    }

    private void show() {
        model.show(new Reducer().apply(ConsoleState.EMPTY, changes), NOON);
    }

    private void openIt() {
        show();
        model.open(null);
    }

    @Test
    void offersServicesBeforeOtherRepositories() {
        openIt();

        assertThat(model.repositories().get()).extracting(RepositoryRow::words)
                .containsExactly("shop · acme/checkout", "acme/alpha");
        assertThat(Objects.requireNonNull(model.repository().get()).id()).isEqualTo(CHECKOUT);
    }

    @Test
    void offersActiveWorkflowsByNameAndTheDefaultBranch() {
        openIt();

        assertThat(model.workflows().get()).extracting(WorkflowRow::name).containsExactly("CI", "Release");
        assertThat(model.ref().get()).isEqualTo("main");
    }

    @Test
    void looksAtTheInputsOfWhatIsChosenOnlyWhileItIsOpen() {
        openIt();
        assertThat(((Change.FocusMoved) offered.getLast()).focus().inputs()).containsExactly(KEY);
        assertThat(model.words().get()).isEqualTo("Reading what the workflow asks for…");

        model.dismiss();
        assertThat(((Change.FocusMoved) offered.getLast()).focus()).isEqualTo(Focus.NOWHERE);
    }

    @Test
    void proposesWhatWasFilledInAndClosesItself() {
        openIt();
        inputs(
                input("environment", WorkflowInput.Type.CHOICE, true, "staging", "production"),
                input("dry_run", WorkflowInput.Type.BOOLEAN, false),
                input("note", WorkflowInput.Type.STRING, false));
        model.fill("environment", "production");
        model.propose();

        assertThat(proposed).containsExactly(new Intent.TriggerRun(
                CHECKOUT, 7, "CI", "main", Map.of("environment", "production", "dry_run", "false")));
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void aRequiredInputMustBeFilledFirst() {
        openIt();
        inputs(input("version", WorkflowInput.Type.STRING, true));
        assertThat(model.words().get()).isEqualTo("Fill in \"version\".");
        model.propose();
        assertThat(proposed).isEmpty();

        model.fill("version", "v2");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void aBranchMustBeNamed() {
        openIt();
        inputs();
        model.ref("  ");

        assertThat(model.words().get()).isEqualTo("Name the branch or tag to run on.");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void saysWhyTheInputsCannotBeRead() {
        openIt();
        changes.add(new Change.InputsRead(KEY, new Answer.Bad<>(new RemoteProblem.NotFound("no such branch"), NOON)));
        show();

        assertThat(model.words().get()).contains("no such branch");
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void valuesOfOneWorkflowDoNotReachAnother() {
        openIt();
        inputs(input("version", WorkflowInput.Type.STRING, true));
        model.fill("version", "v2");
        model.choose(model.workflows().get().getLast());
        model.choose(model.workflows().get().getFirst());

        assertThat(model.words().get()).isEqualTo("Fill in \"version\".");
    }

    @Test
    void aChoiceIsKeptWhileTheStateMoves() {
        openIt();
        model.choose(model.repositories().get().getLast());
        show();

        assertThat(Objects.requireNonNull(model.repository().get()).id()).isEqualTo(ALPHA);
        assertThat(model.words().get()).isEqualTo("Reading the workflows…");
    }

    @Test
    void beginsWithTheRepositoryThatIsMeant() {
        show();
        model.open(ALPHA);

        assertThat(Objects.requireNonNull(model.repository().get()).id()).isEqualTo(ALPHA);
    }

    @Test
    void offersTheRepositorysEnvironmentsWhereAnInputAsksForOne() {
        openIt();
        changes.add(new Change.EnvironmentsRead(
                CHECKOUT,
                new Answer.Good<>(
                        List.of(
                                new CiEnvironment(CHECKOUT, 1, "staging", Duration.ZERO, List.of(), false, false),
                                new CiEnvironment(CHECKOUT, 2, "production", Duration.ZERO, List.of(), false, false)),
                        NOON)));
        inputs(input("where", WorkflowInput.Type.ENVIRONMENT, true));

        assertThat(model.inputs().get().getFirst().options()).containsExactly("staging", "production");
        assertThat(model.words().get()).isEqualTo("Fill in \"where\".");
    }

    @Test
    void aWorkflowThatOnlyEventsStartIsToldApartFromOneThatAsksForNothing() {
        openIt();
        inputs();
        assertThat(model.ready().get()).isTrue();

        changes.add(new Change.InputsRead(KEY, new Answer.Good<>(new ManualStart.NotOffered(), NOON)));
        show();
        assertThat(model.words().get())
                .isEqualTo("CI cannot be started by hand: at this branch or tag, its file does not say that people may"
                        + " start it.");
        assertThat(model.ready().get()).isFalse();
        model.propose();
        assertThat(proposed).isEmpty();
    }

    @Test
    void whereThereAreNoWorkflowsAPipelineIsStarted() {
        changes.add(new Change.ConnectionAdded(Connection.fresh(
                CHECKOUT.connection(), Connection.Kind.GITLAB, "https://gitlab.example.com")));
        openIt();
        assertThat(model.spoken().get().workflow()).isNull();
        assertThat(model.words().get()).isEqualTo("Reading what the pipeline asks for…");

        changes.add(new Change.InputsRead(KEY, new Answer.Good<>(new ManualStart.NotOffered(), NOON)));
        show();
        assertThat(model.words().get())
                .isEqualTo("CI cannot be started by hand: at this branch or tag, no file describes pipelines.");
    }

    @Test
    void theWordsAreThoseOfTheRepositoryThatIsChosen() {
        changes.add(new Change.ConnectionAdded(Connection.fresh(
                CHECKOUT.connection(), Connection.Kind.GITHUB, "https://api.github.com")));
        show();
        assertThat(model.spoken().get().asking()).isEqualTo("workflow");
        openIt();
        assertThat(model.spoken().get().provider()).isEqualTo("GitHub");
        assertThat(model.words().get()).isEqualTo("Reading what the workflow asks for…");
    }

    @Test
    void aWorkflowThatIsSwitchedOffMeanwhileIsNoLongerChosen() {
        openIt();
        inputs(input("version", WorkflowInput.Type.STRING, true));
        model.fill("version", "v2");
        changes.add(new Change.WorkflowsRead(
                CHECKOUT,
                new Answer.Good<>(List.of(workflow(7, "CI", false), workflow(9, "Release", true)), NOON)));
        show();
        assertThat(Objects.requireNonNull(model.workflow().get()).name()).isEqualTo("Release");
        assertThat(model.words().get()).isEqualTo("Reading what the workflow asks for…");

        changes.add(new Change.WorkflowsRead(CHECKOUT, new Answer.Good<>(List.of(), NOON)));
        show();
        assertThat(model.workflow().get()).isNull();
        assertThat(model.words().get()).isEqualTo("This repository has no active workflow.");
    }

    @Test
    void aWorkflowThatIsRenamedStaysChosenWithWhatWasFilledIn() {
        openIt();
        inputs(input("version", WorkflowInput.Type.STRING, true));
        model.fill("version", "v2");
        changes.add(new Change.WorkflowsRead(
                CHECKOUT,
                new Answer.Good<>(List.of(workflow(7, "Checks", true), workflow(9, "Release", true)), NOON)));
        show();

        assertThat(Objects.requireNonNull(model.workflow().get()).name()).isEqualTo("Checks");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void writesTheNameOfAHostileInputOut() {
        openIt();
        inputs(input("no\u202Ete", WorkflowInput.Type.STRING, true));

        assertThat(model.words().get()).isEqualTo("Fill in \"no‹U+202E›te\".");
    }
}
