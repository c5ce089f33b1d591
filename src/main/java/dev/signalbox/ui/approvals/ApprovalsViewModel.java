package dev.signalbox.ui.approvals;

import dev.signalbox.action.Operator;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.ui.approvals.ApprovalRows.Waiting;
import dev.signalbox.ui.plan.Proposals;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The queue, the decision that is looked at, and the two ways to decide it. Looking at one prepares its plan, so that
/// the exact request is on the screen before anybody presses.
final class ApprovalsViewModel {

    private final Operator operator;
    private final Proposals proposals;
    private final Consumer<Focus> focus;
    private ConsoleState state = ConsoleState.EMPTY;
    private Instant now = Instant.EPOCH;
    private Supplier<Redaction> known = () -> Redaction.SHAPES_ONLY;
    private final Unsent comments = new Unsent();
    private final Unsent rules = new Unsent();
    private boolean visible;
    private @Nullable Intent preparedFor;
    private @Nullable DraftId prepared;
    private @Nullable Instant preparedBeside;
    private final Set<PlanId> sent = new HashSet<>();
    private Focus told = Focus.NOWHERE;

    ApprovalsViewModel(Operator operator, Proposals proposals, Consumer<Focus> focus) {
        this.operator = operator;
        this.proposals = proposals;
        this.focus = focus;
        approvable = Bindings.createBooleanBinding(this::mayDecide, card);
        rejectable = Bindings.createBooleanBinding(() -> mayDecide() && !comment.get().isBlank(), card, comment);
    }

    /// From now on this takes secrets out of the plan that is shown and copied.
    void hideWith(Supplier<Redaction> secrets) {
        known = secrets;
    }

    // Properties

    private final ReadOnlyObjectWrapper<List<ApprovalRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ApprovalKey> selected = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable ApprovalCard> card = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyStringWrapper decided = new ReadOnlyStringWrapper("");
    private final StringProperty comment = new SimpleStringProperty("");
    private final BooleanBinding approvable;
    private final BooleanBinding rejectable;

    ReadOnlyObjectProperty<List<ApprovalRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ApprovalKey> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ApprovalCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /// What was decided lately, in words.
    ReadOnlyStringProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    StringProperty commentProperty() {
        return comment;
    }

    BooleanBinding approvable() {
        return approvable;
    }

    BooleanBinding rejectable() {
        return rejectable;
    }

    // Commands

    void show(ConsoleState newest, Instant time) {
        state = newest;
        now = time;
        rows.set(ApprovalRows.of(state, now));
        decided.set(ApprovalRows.decided(state, now));
        forgetSent();
        boolean gone = find(selected.get()).isEmpty();
        if (gone) {
            select(rows.get().isEmpty() ? null : rows.get().getFirst().key());
        } else {
            refresh();
        }
    }

    void select(@Nullable ApprovalKey key) {
        if (!Objects.equals(key, selected.get())) {
            comments.keep(selected.get(), comment.get());
            selected.set(key);
            comment.set(comments.of(key));
        }
        refresh();
    }

    /// What went out with a decision is not for the next one. What was refused or never sent may still be wanted.
    private void forgetSent() {
        for (ActionRecord action : state.actions().values()) {
            boolean taken = switch (action.phase()) {
                case VERIFYING, DONE, UNKNOWN, CLOSED -> true;
                case CHECKING, SENDING, FAILED, STOPPED -> false;
            };
            if (taken && action.plan().intent() instanceof Intent.ReviewDeployment review
                    && sent.add(action.plan().id())) {
                review.gates().forEach(gate -> forgetSent(new ApprovalKey(review.run(), gate), review.comment()));
            }
        }
    }

    private void forgetSent(ApprovalKey key, String text) {
        comments.forget(key, text);
        if (key.equals(selected.get()) && comment.get().strip().equals(text)) {
            comment.set("");
        }
    }

    /// What a run waits for before an environment: of several decisions the one that is looked at already, or the first.
    boolean select(RunId run, String environment) {
        List<ApprovalKey> meant = ApprovalRows.waiting(state).stream()
                .filter(w -> w.run().id().equals(run) && w.pending().environmentName().equals(environment))
                .map(Waiting::key)
                .toList();
        if (!meant.isEmpty()) {
            ApprovalKey seen = selected.get();
            select(seen != null && meant.contains(seen) ? seen : meant.getFirst());
        }
        return !meant.isEmpty();
    }

    /// What the decision that is looked at would let a run into; absent when it waits no longer.
    Optional<String> environmentOf(ApprovalKey key) {
        return ApprovalRows.waiting(state).stream()
                .filter(w -> w.key().equals(key))
                .map(w -> w.pending().environmentName())
                .findFirst();
    }

    void shown() {
        visible = true;
        refresh();
    }

    void hidden() {
        visible = false;
        forget();
        tell(Focus.NOWHERE);
    }

    /// Decides for this rule from now on, as long as it misses somebody.
    void choose(String rule) {
        if (!rule.equals(rules.of(selected.get()))) {
            rules.keep(selected.get(), rule);
            refresh();
        }
    }

    void approve() {
        if (approvable.get()) {
            decide(Decision.APPROVE);
        }
    }

    void reject() {
        if (rejectable.get()) {
            decide(Decision.REJECT);
        }
    }

    private void decide(Decision decision) {
        find(selected.get()).ifPresent(w -> proposals.propose(
                intent(w, decision, comment.get().strip(), choices(w).chosen())));
    }

    private boolean mayDecide() {
        ApprovalCard shown = card.get();
        return shown != null && shown.blocked().isEmpty() && !shown.choices().isOpen();
    }

    private void refresh() {
        Optional<Waiting> waiting = find(selected.get());
        if (visible) {
            waiting.ifPresentOrElse(this::prepare, this::forget);
            tell(waiting.map(this::focusOn).orElse(Focus.NOWHERE));
        }
        Draft draft = prepared == null ? null : state.drafts().get(prepared);
        Draft clean = draft instanceof Draft.Ready ready
                ? new Draft.Ready(ready.id(), ready.intent(), ready.plan().withoutSecrets(known.get()))
                : draft;
        card.set(waiting.map(w -> ApprovalCards.of(state, w, choices(w), clean, now)).orElse(null));
    }

    private Optional<Waiting> find(@Nullable ApprovalKey key) {
        return ApprovalRows.waiting(state).stream().filter(w -> w.key().equals(key)).findFirst();
    }

    /// What may be chosen and is. A rule that is met is forgotten; one that an answer does not tell of may be told again.
    private RuleChoices choices(Waiting waiting) {
        String wish = rules.of(waiting.key());
        if (waiting.pending().rules().stream().anyMatch(rule -> rule.name().equals(wish) && rule.missing() == 0)) {
            rules.keep(waiting.key(), "");
        }
        return RuleChoices.of(waiting.pending(), rules.of(waiting.key()));
    }

    /// Prepares approving what is shown, anew whenever the run, its attempt, its commit or the chosen rule is another,
    /// and when it could not be read and the provider has answered since.
    private void prepare(Waiting waiting) {
        RuleChoices choices = choices(waiting);
        if (!waiting.pending().canApprove() || choices.isOpen()) {
            forget();
            return;
        }
        Intent wanted = intent(waiting, Decision.APPROVE, "", choices.chosen());
        Instant read = state.run(waiting.run().id()).pending().readAt();
        boolean again = prepared != null && state.drafts().get(prepared) instanceof Draft.Refused refused
                && refused.unread() != null && !Objects.equals(read, preparedBeside);
        if (again || !wanted.equals(preparedFor)) {
            forget();
            preparedFor = wanted;
            preparedBeside = read;
            prepared = operator.prepare(wanted);
        }
    }

    private void forget() {
        if (prepared != null) {
            operator.discard(prepared);
        }
        prepared = null;
        preparedFor = null;
    }

    private Focus focusOn(Waiting waiting) {
        return Focus.NOWHERE.withRuns(Set.of(waiting.run().id()))
                .withComparisons(ApprovalCards.comparison(state, waiting).map(Set::of).orElse(Set.of()));
    }

    private void tell(Focus next) {
        if (!next.equals(told)) {
            told = next;
            focus.accept(next);
        }
    }

    private static Intent intent(Waiting waiting, Decision decision, String comment, @Nullable String rule) {
        Run run = waiting.run();
        return new Intent.ReviewDeployment(
                run.id(), run.attempt(), run.headSha(), List.of(waiting.pending().gate()),
                List.of(waiting.pending().environmentName()), decision, comment, rule);
    }
}
