package dev.signalbox.ui.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.InputsKey;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerFormTest {

    private static final InputsKey KEY = new InputsKey(SampleStates.repository("checkout"), 7, "main");
    private static final List<WorkflowInput> INPUTS = List.of(
            new WorkflowInput(
                    "environment", "Where to deploy", WorkflowInput.Type.CHOICE, true, "staging",
                    List.of("staging", "production")),
            new WorkflowInput("version", "A tag such as v2.15.0", WorkflowInput.Type.STRING, true, null, List.of()));

    private final List<Intent> proposed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private TriggerForm form;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        form = Fx.run(() -> new TriggerForm(change -> {}, proposed::add));
        stage = Fx.show(() -> form.node(), 560, 620);
        Fx.act(() -> {
            form.show(state(), SampleStates.NOW);
            form.open(SampleStates.repository("checkout"));
        });
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    static ConsoleState state() {
        return state(SampleStates.rich());
    }

    private static ConsoleState state(ConsoleState before) {
        var repository = SampleStates.repository("checkout");
        Workflow workflow = new Workflow(repository, 7, "Release", ".github/workflows/release.yml", true, null);
        return new Reducer().apply(before, List.of(
                new Change.WorkflowsRead(repository, new Answer.Good<>(List.of(workflow), SampleStates.NOW)),
                new Change.InputsRead(
                        KEY, new Answer.Good<>(new ManualStart.Offered(INPUTS), SampleStates.NOW))));
    }

    private <T> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(form.node().lookup("#" + id)));
    }

    @Test
    void theButtonWaitsUntilWhatIsRequiredIsThere() {
        assertThat(Fx.run(() -> find("trigger-review", Button.class).isDisabled())).isTrue();

        Fx.act(() -> find("input-version", TextField.class).setText("v2.15.0"));

        assertThat(Fx.run(() -> find("trigger-review", Button.class).isDisabled())).isFalse();
    }

    @Test
    void whatIsChosenInTheControlsIsWhatIsProposed() {
        Fx.act(() -> {
            find("input-version", TextField.class).setText("v2.15.0");
            @SuppressWarnings("unchecked") // made by the form itself
            ComboBox<String> environment = find("input-environment", ComboBox.class);
            environment.setValue("production");
            find("trigger-ref", TextField.class).setText("main");
            find("trigger-review", Button.class).fire();
        });

        assertThat(proposed).singleElement().isInstanceOfSatisfying(Intent.TriggerRun.class, i -> {
            assertThat(i.workflowName()).isEqualTo("Release");
            assertThat(i.inputs()).isEqualTo(Map.of("environment", "production", "version", "v2.15.0"));
        });
        assertThat(form.open().getValue()).isFalse();
    }

    @Test
    void aFieldThatIsMadeAnewShowsWhatWasFilledInAndWillBeSent() {
        Fx.act(() -> find("input-version", TextField.class).setText("v2.15.0"));
        WorkflowInput added = new WorkflowInput("note", "", WorkflowInput.Type.STRING, false, null, List.of());
        List<WorkflowInput> more = new ArrayList<>(INPUTS);
        more.add(added);
        ConsoleState moved = new Reducer().apply(state(), List.of(new Change.InputsRead(
                KEY, new Answer.Good<>(new ManualStart.Offered(more), SampleStates.NOW))));

        Fx.act(() -> form.show(moved, SampleStates.NOW));

        assertThat(Fx.run(() -> find("input-note", TextField.class).getText())).isEmpty();
        assertThat(Fx.run(() -> find("input-version", TextField.class).getText())).isEqualTo("v2.15.0");
        Fx.act(() -> find("trigger-review", Button.class).fire());
        assertThat(proposed).singleElement().isInstanceOfSatisfying(
                Intent.TriggerRun.class, i -> assertThat(i.inputs()).containsEntry("version", "v2.15.0"));
    }

    @Test
    void fieldsShowWhatWillBeSentAlsoWhenTheNextRepositoryAsksForTheSame() {
        Fx.act(() -> find("input-version", TextField.class).setText("v2.15.0"));
        var other = SampleStates.repository("catalog");
        Workflow workflow = new Workflow(other, 9, "Release", ".github/workflows/release.yml", true, null);
        ConsoleState both = new Reducer().apply(state(), List.of(
                new Change.WorkflowsRead(other, new Answer.Good<>(List.of(workflow), SampleStates.NOW)),
                new Change.InputsRead(
                        new InputsKey(other, 9, "main"),
                        new Answer.Good<>(new ManualStart.Offered(INPUTS), SampleStates.NOW))));

        Fx.act(() -> {
            form.show(both, SampleStates.NOW);
            form.open(other);
        });

        assertThat(Fx.run(() -> find("trigger-repository", ComboBox.class).getValue().toString())).contains("catalog");
        assertThat(Fx.run(() -> find("input-version", TextField.class).getText())).isEmpty();
        assertThat(Fx.run(() -> find("trigger-review", Button.class).isDisabled())).isTrue();
    }

    @Test
    void fieldsShowWhatWillBeSentAlsoWhenTheWorkflowIsGoneAndTheNextAsksForTheSame() {
        Fx.act(() -> find("input-version", TextField.class).setText("v2.15.0"));
        Workflow next = new Workflow(KEY.repository(), 8, "Ship", ".github/workflows/ship.yml", true, null);
        ConsoleState moved = new Reducer().apply(state(), List.of(
                new Change.WorkflowsRead(KEY.repository(), new Answer.Good<>(List.of(next), SampleStates.NOW)),
                new Change.InputsRead(
                        new InputsKey(KEY.repository(), 8, "main"),
                        new Answer.Good<>(new ManualStart.Offered(INPUTS), SampleStates.NOW))));

        Fx.act(() -> form.show(moved, SampleStates.NOW));

        assertThat(Fx.run(() -> find("input-version", TextField.class).getText())).isEmpty();
    }

    @Test
    void saysThatAWorkflowCannotBeStartedByHandInsteadOfShowingAnEmptyForm() {
        ConsoleState moved = new Reducer().apply(state(), List.of(new Change.InputsRead(
                KEY, new Answer.Good<>(new ManualStart.NotOffered(), SampleStates.NOW))));

        Fx.act(() -> form.show(moved, SampleStates.NOW));

        assertThat(form.node().lookup("#input-version")).isNull();
        assertThat(Fx.run(() -> form.node().lookupAll(".label").stream()
                .map(n -> ((javafx.scene.control.Labeled) n).getText())
                .toList()))
                .contains(
                        "Release cannot be started by hand: at this branch or tag, its file has no workflow_dispatch.");
        assertThat(Fx.run(() -> find("trigger-review", Button.class).isDisabled())).isTrue();
    }

    @Test
    void whereARepositoryHasNoWorkflowsNoneIsAskedFor() {
        assertThat(labels()).contains("Trigger a workflow", "Workflow");
        assertThat(Fx.run(() -> find("trigger-workflow", ComboBox.class).getParent().isVisible())).isTrue();

        Fx.act(() -> form.show(
                state(SampleStates.full().connection(Connection.fresh(
                        SampleStates.GITHUB, Connection.Kind.GITLAB, "https://gitlab.example.com")).state()),
                SampleStates.NOW));

        assertThat(labels()).contains("Trigger a pipeline").doesNotContain("Trigger a workflow");
        assertThat(Fx.run(() -> find("trigger-workflow", ComboBox.class).getParent().isVisible())).isFalse();
        assertThat(Fx.run(() -> find("trigger-workflow", ComboBox.class).getParent().isManaged())).isFalse();
    }

    private List<String> labels() {
        return Fx.run(() -> form.node().lookupAll(".label").stream()
                .map(n -> ((javafx.scene.control.Labeled) n).getText())
                .toList());
    }

    @Test
    void everyFieldIsNamedForScreenReaders() {
        assertThat(Fx.run(() -> find("trigger-repository", ComboBox.class).getAccessibleText()))
                .isEqualTo("Repository");
        assertThat(Fx.run(() -> find("input-version", TextField.class).getAccessibleText()))
                .isEqualTo("version (required)");
    }

    @Test
    void drawsInBothThemes(@TempDir Path folder) throws java.io.IOException {
        for (Theme theme : Theme.values()) {
            Path file = folder.resolve(theme + ".png");
            Fx.picture(
                    () -> {
                        TriggerForm drawn = new TriggerForm(change -> {}, proposed::add);
                        drawn.show(state(), SampleStates.NOW);
                        drawn.open(SampleStates.repository("checkout"));
                        return drawn.node();
                    },
                    theme, 560, 520, file);
            assertThat(Files.size(file)).isGreaterThan(4_000);
            String copy = System.getProperty("signalbox.pictures", "");
            if (!copy.isEmpty()) {
                Files.copy(file, Path.of(copy).resolve("trigger-" + theme + ".png"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
