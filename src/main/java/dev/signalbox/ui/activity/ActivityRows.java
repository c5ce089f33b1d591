package dev.signalbox.ui.activity;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.activity.ActivityCard.Fact;
import dev.signalbox.ui.plan.OpenedRequest;
import dev.signalbox.ui.plan.Phases;
import dev.signalbox.ui.plan.StepRows;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Actions as rows and cards; pure. What goes on and what is unsettled comes first, then the newest.
final class ActivityRows {

    private ActivityRows() {}

    /// @param known takes out the secrets that the console holds
    static List<ActivityRow> of(
            ConsoleState state, ActivityFilter filter, Instant now, TimeOfDay clock, Redaction known) {
        return state.actions().values().stream()
                .filter(a -> filter.accepts(a.phase()))
                .sorted(Comparator.comparingInt((ActionRecord a) -> urgency(a.phase()))
                        .thenComparing(ActionRecord::confirmedAt, Comparator.reverseOrder())
                        .thenComparing(a -> a.plan().id().text()))
                .map(a -> row(a, now, clock, known))
                .toList();
    }

    static Map<ActivityFilter, Integer> counts(ConsoleState state) {
        Map<ActivityFilter, Integer> counts = new EnumMap<>(ActivityFilter.class);
        for (ActivityFilter filter : ActivityFilter.values()) {
            counts.put(filter, (int) state.actions().values().stream().filter(a -> filter.accepts(a.phase())).count());
        }
        return counts;
    }

    /// Actions that a person has to look at.
    static int unsettled(ConsoleState state) {
        return (int) state.actions().values().stream().filter(a -> a.phase() == Phase.UNKNOWN).count();
    }

    /// @param action that secrets were taken out of
    static ActivityCard card(ActionRecord action, ConsoleState state, Instant now, TimeOfDay clock) {
        Phase phase = action.phase();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Confirmed", clock.words(action.confirmedAt(), now) + " by " + safe(action.operator())));
        facts.add(new Fact(phase.isEnd() ? "Took" : "Running for", took(action, now)));
        if (!action.plan().environment().isEmpty()) {
            facts.add(new Fact("Environment", safe(action.plan().environment())));
        }
        OpenedRequest request = OpenedRequest.of(action, state);
        if (request != null) {
            facts.add(new Fact("Opened", request.name() + " in " + request.place()));
        }
        facts.add(new Fact("Journal key", safe(action.plan().key())));
        String undo = switch (action.plan().undo()) {
            case Undo.ByIntent(String words, Intent ignored) -> safe(words);
            case Undo.Impossible(String reason) -> safe(reason);
        };
        return new ActivityCard(
                action.plan().id(), safe(action.plan().title()), safe(action.plan().subject()), Phases.mark(phase),
                Phases.word(phase), safe(action.words()), Phases.meaning(phase), List.copyOf(facts),
                StepRows.asTheyAre(action),
                undo, canUndo(action), phase == Phase.UNKNOWN, request);
    }

    /// Only what took effect, wholly or perhaps, can be taken back.
    static boolean canUndo(ActionRecord action) {
        boolean tookEffect = action.phase() == Phase.DONE || action.phase() == Phase.FAILED;
        boolean applied = action.phase() == Phase.DONE
                || action.steps().stream().anyMatch(s -> s.fate() == ActionRecord.Fate.NOT_VERIFIED
                        || s.fate() == ActionRecord.Fate.VERIFIED);
        return tookEffect && applied && action.plan().undo() instanceof Undo.ByIntent;
    }

    private static int urgency(Phase phase) {
        return !phase.isEnd() ? 0 : phase == Phase.UNKNOWN ? 1 : 2;
    }

    private static ActivityRow row(ActionRecord action, Instant now, TimeOfDay clock, Redaction known) {
        Phase phase = action.phase();
        String title = safe(known.hideWhole(action.plan().title()));
        String when = phase.isEnd()
                ? clock.words(action.confirmedAt(), now) + " · " + took(action, now)
                : "for " + took(action, now);
        String sub = Stream.of(action.plan().subject(), action.operator(), action.words())
                .map(text -> safe(known.hideWhole(text)))
                .collect(Collectors.joining(" · "));
        return new ActivityRow(
                action.plan().id(), Phases.mark(phase), title, sub, Phases.word(phase), when,
                title + ", " + Phases.word(phase) + ", " + sub);
    }

    private static String took(ActionRecord action, Instant now) {
        Instant end = action.endedAt() == null ? now : action.endedAt();
        return Durations.words(Duration.between(action.confirmedAt(), end));
    }

    private static String safe(String text) {
        return SafeText.line(text, 300);
    }
}
