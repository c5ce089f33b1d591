package dev.signalbox.ui.trigger;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.known;
import static dev.signalbox.testing.Examples.repository;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.ci.WorkflowInput.Type;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the form offers, before anybody chooses.
class TriggerRowsTest {

    private static final RepositoryId LEDGER = repository("ledger");

    private final List<Change> changes = new ArrayList<>();

    @Test
    void offersNothingWhereNothingIsKnown() {
        assertThat(TriggerRows.repositories(ConsoleState.EMPTY)).isEmpty();
        assertThat(TriggerRows.workflows(ConsoleState.EMPTY, CHECKOUT)).isEmpty();
    }

    @Test
    void servicesStandInTheBoardsOrderAndTheRestByName() {
        board(service("shop", CHECKOUT), service("ledger", LEDGER));
        read(repository("zeta"), LEDGER, repository("alpha"), CHECKOUT);
        assertThat(TriggerRows.repositories(state())).extracting(RepositoryRow::words).containsExactly(
                "shop · acme/checkout", "acme/ledger", "acme/alpha", "acme/zeta");
    }

    @Test
    void aRepositoryOfTwoServicesIsOfferedOnceUnderTheFirst() {
        board(service("shop-eu", CHECKOUT), service("shop-us", CHECKOUT), service("no source", null));
        assertThat(TriggerRows.repositories(state())).extracting(RepositoryRow::words)
                .containsExactly("shop-eu · acme/checkout");
    }

    @Test
    void beginsOnTheDefaultBranchOrOnMainUntilItIsKnown() {
        board(service("shop", CHECKOUT));
        assertThat(TriggerRows.repositories(state())).extracting(RepositoryRow::branch).containsExactly("main");
        changes.add(new Change.RepositoriesRead(CHECKOUT.connection(), "acme", new Answer.Good<>(
                List.of(new Repository(CHECKOUT, "trunk", false, Repository.Access.WRITE, NOON, null)), NOON)));
        assertThat(TriggerRows.repositories(state())).extracting(RepositoryRow::branch).containsExactly("trunk");
    }

    @Test
    void namesFromOutsideAreWrittenOut() {
        board(service("sh\u202eop", CHECKOUT));
        assertThat(TriggerRows.repositories(state()).getFirst().toString()).isEqualTo("sh‹U+202E›op · acme/checkout");
        workflows(new Workflow(CHECKOUT, 1, "C\u202eI", ".github/workflows/c\ni.yml", true, null));
        assertThat(TriggerRows.workflows(state(), CHECKOUT).getFirst().toString())
                .contains("C‹U+202E›I").doesNotContain("\n");
    }

    @Test
    void workflowsAreListedByNameWithTheirFileAndOnlyTheActiveOnes() {
        workflows(workflow(3, "Release", true), workflow(1, "CI", true), workflow(2, "Nightly", false));
        assertThat(TriggerRows.workflows(state(), CHECKOUT)).extracting(WorkflowRow::toString)
                .containsExactly("CI · CI.yml", "Release · Release.yml");
        assertThat(TriggerRows.workflows(state(), LEDGER)).isEmpty();
    }

    @Test
    void aWorkflowThatIsCalledAsItsFileIsNamedOnce() {
        workflows(new Workflow(CHECKOUT, 1, "ci.yml", ".github/workflows/ci.yml", true, null));
        assertThat(TriggerRows.workflows(state(), CHECKOUT).getFirst()).hasToString("ci.yml");
    }

    @Test
    void keepsTheOrderOfTheFile() {
        assertThat(rows(input("z", Type.STRING, null), input("a", Type.STRING, null)))
                .extracting(InputRow::name).containsExactly("z", "a");
    }

    @ParameterizedTest
    @CsvSource({"STRING,''", "NUMBER,''", "ENVIRONMENT,''", "BOOLEAN,false", "CHOICE,info"})
    void whatIsNotPresetBeginsAsTheProviderWouldHaveIt(Type type, String preset) {
        assertThat(rows(input("x", type, null, type == Type.CHOICE ? new String[] {"info", "warn"} : new String[0]))
                .getFirst().preset()).isEqualTo(preset);
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void aPresetOfTheFileIsKeptAsWritten(Type type) {
        assertThat(rows(input("x", type, " as Written ")).getFirst().preset()).isEqualTo(" as Written ");
    }

    @Test
    void aChoiceWithoutOptionsIsAField() {
        InputRow row = rows(input("x", Type.CHOICE, null)).getFirst();
        assertThat(row.options()).isEmpty();
        assertThat(row.preset()).isEmpty();
    }

    @Test
    void aYesOrNoIsOneOfTwo() {
        assertThat(rows(input("x", Type.BOOLEAN, "true")).getFirst().options()).containsExactly("false", "true");
    }

    @Test
    void anEnvironmentIsOneOfTheRepositorysAndAFieldWhereNoneIsKnown() {
        WorkflowInput where = input("where", Type.ENVIRONMENT, null);
        assertThat(TriggerRows.inputs(List.of(where), List.of("staging", "production")).getFirst().options())
                .containsExactly("staging", "production");
        assertThat(TriggerRows.inputs(List.of(where), List.of()).getFirst().options()).isEmpty();
    }

    @Test
    void saysWhatMustBeFilledAndWhatItIsFor() {
        WorkflowInput version = new WorkflowInput("version", "A tag\nsuch as v2", Type.STRING, true, null, List.of());
        InputRow row = rows(version).getFirst();
        assertThat(row.label()).isEqualTo("version (required)");
        assertThat(row.required()).isTrue();
        assertThat(row.hint()).isEqualTo("A tag‹LF›such as v2");
        assertThat(rows(input("note", Type.STRING, null)).getFirst().label()).isEqualTo("note");
    }

    @Test
    void whatIsSentIsTheNameAsWrittenNotAsShown() {
        InputRow row = rows(input("a\u202eb", Type.STRING, "p\u202eq")).getFirst();
        assertThat(row.name()).isEqualTo("a\u202eb");
        assertThat(row.preset()).isEqualTo("p\u202eq");
        assertThat(row.label()).isEqualTo("a‹U+202E›b");
    }

    private static List<InputRow> rows(WorkflowInput... inputs) {
        return TriggerRows.inputs(Arrays.asList(inputs), List.of());
    }

    private static WorkflowInput input(String name, Type type, @Nullable String preset, String... options) {
        return new WorkflowInput(name, "", type, false, preset, List.of(options));
    }

    private static Workflow workflow(long number, String name, boolean active) {
        return new Workflow(CHECKOUT, number, name, ".github/workflows/" + name + ".yml", active, null);
    }

    private static ServiceSpec service(String name, @Nullable RepositoryId repository) {
        return new ServiceSpec(name, "g", repository, null, null, List.of(), false);
    }

    private void board(ServiceSpec... services) {
        changes.add(new Change.BoardDescribed(new BoardSpec(List.of(), Arrays.asList(services)), List.of()));
    }

    private void read(RepositoryId... ids) {
        changes.add(new Change.RepositoriesRead(
                CHECKOUT.connection(), "acme",
                new Answer.Good<>(Arrays.stream(ids).map(id -> known(id, NOON)).toList(), NOON)));
    }

    private void workflows(Workflow... workflows) {
        changes.add(new Change.WorkflowsRead(CHECKOUT, new Answer.Good<>(List.of(workflows), NOON)));
    }

    private ConsoleState state() {
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }
}
