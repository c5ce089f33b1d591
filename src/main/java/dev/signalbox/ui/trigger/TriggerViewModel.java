package dev.signalbox.ui.trigger;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.InputsKey;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The form's choices. A choice that still exists is kept while the state moves.
final class TriggerViewModel {

    static final String SCREEN = "trigger";

    private final Consumer<Change> offer;
    private final Proposals proposals;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private final Map<String, String> values = new HashMap<>();
    private Focus focus = Focus.NOWHERE;

    TriggerViewModel(Consumer<Change> offer, Proposals proposals) {
        this.offer = offer;
        this.proposals = proposals;
    }

    // Properties

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<RepositoryRow>> repositories = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable RepositoryRow> repository = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<List<WorkflowRow>> workflows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable WorkflowRow> workflow = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<CiWords> spoken = new ReadOnlyObjectWrapper<>(CiWords.OURS);
    private final ReadOnlyStringWrapper ref = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<InputRow>> inputs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<RepositoryRow>> repositories() {
        return repositories.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RepositoryRow> repository() {
        return repository.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<WorkflowRow>> workflows() {
        return workflows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable WorkflowRow> workflow() {
        return workflow.getReadOnlyProperty();
    }

    /// In what words the provider of the chosen repository speaks.
    ReadOnlyObjectProperty<CiWords> spoken() {
        return spoken.getReadOnlyProperty();
    }

    ReadOnlyStringProperty ref() {
        return ref.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<InputRow>> inputs() {
        return inputs.getReadOnlyProperty();
    }

    /// What is missing, being read or wrong; empty when the form can be brought forward.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    // Commands

    void open(@Nullable RepositoryId preset) {
        repositories.set(TriggerRows.repositories(state));
        open.set(true);
        repositories.get().stream()
                .filter(r -> preset == null ? repository.get() == null : r.id().equals(preset))
                .findFirst()
                .ifPresent(this::choose);
        refresh();
    }

    void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        if (open.get()) {
            refresh();
        }
    }

    void choose(RepositoryRow chosen) {
        if (chosen.equals(repository.get())) {
            return;
        }
        repository.set(chosen);
        workflow.set(null);
        ref.set(chosen.branch());
        empty();
        refresh();
    }

    void choose(WorkflowRow chosen) {
        if (chosen.equals(workflow.get())) {
            return;
        }
        workflow.set(chosen);
        empty();
        refresh();
    }

    void ref(String text) {
        ref.set(text);
        refresh();
    }

    void fill(String input, String value) {
        values.put(input, value);
        refresh();
    }

    /// Brings the plan of starting it to the confirmation sheet.
    void propose() {
        RepositoryRow where = repository.get();
        WorkflowRow what = workflow.get();
        if (!ready.get() || where == null || what == null) {
            return;
        }
        Map<String, String> filled = new HashMap<>();
        for (InputRow row : inputs.get()) {
            String value = valueOf(row);
            if (!value.isEmpty()) {
                filled.put(row.name(), value);
            }
        }
        dismiss();
        proposals.propose(new Intent.TriggerRun(
                where.id(), what.number(), what.name(), ref.get().strip(), Map.copyOf(filled)));
    }

    void dismiss() {
        open.set(false);
        look(Focus.NOWHERE);
    }

    /// What the field holds: what was filled in, otherwise its preset.
    String valueOf(InputRow row) {
        return values.getOrDefault(row.name(), row.preset());
    }

    private void refresh() {
        List<RepositoryRow> known = TriggerRows.repositories(state);
        if (!known.equals(repositories.get())) {
            repositories.set(known);
        }
        RepositoryRow where = repository.get();
        spoken.set(where == null ? CiWords.OURS : state.words(where.id().connection()));
        workflows.set(where == null ? List.of() : TriggerRows.workflows(state, where.id()));
        keepWorkflow();
        WorkflowRow what = workflow.get();
        if (where == null || what == null) {
            inputs.set(List.of());
            tell(where == null ? "Choose a repository." : wordsWithoutWorkflow(where));
            look(Focus.NOWHERE);
            return;
        }
        InputsKey key = new InputsKey(where.id(), what.number(), ref.get().strip());
        look(Focus.NOWHERE.withInputs(ref.get().isBlank() ? Set.of() : Set.of(key)));
        Reading<ManualStart> reading = state.inputs().getOrDefault(key, Reading.never());
        ManualStart start = reading.value();
        List<InputRow> rows = TriggerRows.inputs(
                start == null ? List.of() : start.inputs(),
                state.repository(where.id()).environments().or(List.of()).stream()
                        .map(CiEnvironment::name)
                        .toList());
        if (!rows.equals(inputs.get())) {
            inputs.set(rows);
        }
        tell(wordsOf(reading, what));
    }

    /// The chosen workflow as it is called now; another one once it is gone or switched off. What was filled in for one
    /// is not filled in for another.
    private void keepWorkflow() {
        WorkflowRow before = workflow.get();
        WorkflowRow kept = workflows.get().stream()
                .filter(row -> before != null && row.number() == before.number())
                .findFirst()
                .orElse(workflows.get().isEmpty() ? null : workflows.get().getFirst());
        if (before != null && (kept == null || kept.number() != before.number())) {
            empty();
        }
        workflow.set(kept);
    }

    /// Forgets what was filled in. Fields that are asked for again are made anew, also where they are the same.
    private void empty() {
        values.clear();
        inputs.set(List.of());
    }

    private String wordsWithoutWorkflow(RepositoryRow where) {
        Reading<?> reading = state.repository(where.id()).workflows();
        if (reading.problem() != null) {
            return Problems.sentence(reading.problem(), now);
        }
        return reading.value() == null ? "Reading the workflows…" : "This repository has no active workflow.";
    }

    private String wordsOf(Reading<ManualStart> reading, WorkflowRow what) {
        if (ref.get().isBlank()) {
            return "Name the branch or tag to run on.";
        }
        if (reading.problem() != null) {
            return Problems.sentence(reading.problem(), now);
        }
        if (reading.value() == null) {
            return "Reading what the " + spoken.get().asking() + " asks for…";
        }
        if (reading.value() instanceof ManualStart.NotOffered) {
            return what.name() + " cannot be started by hand: at this branch or tag, " + spoken.get().notByHand() + ".";
        }
        return inputs.get().stream()
                .filter(InputRow::required)
                .filter(row -> valueOf(row).isBlank())
                .findFirst()
                .map(row -> "Fill in \"" + SafeText.line(row.name(), 60) + "\".")
                .orElse("");
    }

    private void tell(String sentence) {
        words.set(sentence);
        ready.set(sentence.isEmpty());
    }

    private void look(Focus next) {
        if (!Objects.equals(next, focus)) {
            focus = next;
            offer.accept(new Change.FocusMoved(SCREEN, next));
        }
    }
}
