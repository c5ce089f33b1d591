package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionJsonTest {

    private final ActionJson json = new ActionJson();

    @Test
    void givesBackEveryKindOfIntentPreconditionAndExpectationUnchanged() throws Exception {
        for (Intent intent : SampleActions.intents()) {
            List<StepRecord> steps = new ArrayList<>();
            for (Fate fate : Fate.values()) {
                steps.add(new StepRecord(steps.size(), fate, "words", SampleActions.NOON));
            }
            ActionRecord action = new ActionRecord(
                    SampleActions.plan("p", intent), "alice", SampleActions.NOON, Phase.DONE, steps, "done",
                    SampleActions.NOON);
            assertThat(json.read(json.write(action))).contains(action);
        }
    }

    @Test
    void givesBackThePlanThatCannotBeUndoneAndNeedsNoName() throws Exception {
        ActionRecord like = SampleActions.checking("p");
        var plan = like.plan();
        var other = new dev.signalbox.domain.plan.Plan(
                plan.id(), plan.intent(), plan.title(), plan.subject(), "", new Guard.Press(), List.of(), List.of(),
                new Undo.Impossible("never"), List.of(), List.of(), plan.key(), plan.preparedAt());
        ActionRecord action =
                new ActionRecord(other, "alice", like.confirmedAt(), Phase.CHECKING, List.of(), "", null);
        assertThat(json.read(json.write(action))).contains(action);
    }

    @Test
    void samplesHoldOneOfEveryKind() {
        assertThat(kinds(SampleActions.preconditions()))
                .containsExactlyInAnyOrderElementsOf(leaves(Precondition.class));
        assertThat(kinds(SampleActions.expectations())).containsExactlyInAnyOrderElementsOf(leaves(Expectation.class));
        assertThat(kinds(SampleActions.intents())).containsAll(leaves(Intent.class)).hasSize(13);
    }

    @Test
    void readsNothingFromTextThatIsNoAction() throws Exception {
        String good = json.write(SampleActions.checking("p"));
        List<String> bad = List.of(
                "", "null", "{}", "[]", "<html>", good + "{}", good.substring(0, good.length() - 5),
                good.replace("\"triggerRun\"", "\"java.lang.Runtime\""),
                good.replace("\"CHECKING\"", "\"DREAMING\""),
                good.replace("\"operator\":\"alice@desk\"", "\"operator\":\"a\",\"operator\":\"b\""),
                good.replace("2026-11-02T12", "yesterday"));
        assertThat(bad).allSatisfy(text -> assertThat(json.read(text)).isEmpty());
    }

    private static List<Class<?>> kinds(List<?> values) {
        return values.stream().<Class<?>>map(Object::getClass).distinct().collect(Collectors.toList());
    }

    private static List<Class<?>> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(c -> c.isSealed() ? leaves(c).stream() : Stream.of(c))
                .toList();
    }
}
