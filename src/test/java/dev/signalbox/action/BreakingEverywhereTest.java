package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Breaks the n-th thing that the console does, for every n, and kills it there, for every n.
class BreakingEverywhereTest {

    static Stream<String> intents() {
        return World.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("intents")
    void staysHonestWhenTheNthOperationFails(String name) {
        int n = 0;
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        Trace trace;
        do {
            n++;
            trace = new Trace();
            World world = World.madeFor(name);
            World.Console console = world.console("alice@desk");
            DraftId draft = console.operator.prepare(World.intent(name));
            Plan plan = console.plan(draft);
            trace.failAt(n);
            world.breakAs(trace);
            console.operator.confirm(draft);

            String where = name + ", failing at " + n + " of " + trace.points();
            ActionRecord shown = console.action(plan);
            Optional<ActionRecord> kept = world.journal.recent(1).stream().findFirst();
            seen.add(shown.phase());
            Invariants.hold(world, name, Optional.of(shown), where);
            Invariants.hold(world, name, kept, where);
            kept.ifPresent(record -> assertThat(record).as(where).isEqualTo(shown));
            assertThat(console.operator.owesTheJournal()).as(where).isFalse();
        } while (trace.operations() >= n);
        assertThat(n).isGreaterThan(6);
        // One fault settles: nobody is left with an open question.
        assertThat(seen).contains(Phase.DONE, Phase.STOPPED).doesNotContain(Phase.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("intents")
    void sendsNothingWhenPreparingFails(String name) {
        int n = 0;
        Trace trace;
        do {
            n++;
            trace = new Trace();
            trace.failAt(n);
            World world = World.madeFor(name);
            world.breakAs(trace);
            World.Console console = world.console("alice@desk");
            Draft draft = console.draft(console.operator.prepare(World.intent(name)));
            assertThat(draft).isInstanceOfAny(Draft.Refused.class, Draft.Ready.class);
            if (draft instanceof Draft.Refused refused) {
                assertThat(refused.reason()).isNotBlank();
                assertThat(refused.advice()).isNotBlank();
            }
            assertThat(world.changes()).isZero();
        } while (trace.operations() >= n);
        assertThat(n).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("intents")
    void settlesItsActionsAfterBeingKilledAtAnyPoint(String name) {
        assertThat(killEverywhere(name, world -> {})).as(name).contains(Phase.STOPPED, Phase.DONE);
        Set<Phase> lossy = killEverywhere(name, world -> {
            world.ci.losesAnswers = true;
            world.cluster.losesAnswers = true;
        });
        // Nothing follows a first change whose answer was lost: it is read whether it was made, and told.
        assertThat(lossy).as(name).contains(Phase.STOPPED, name.equals("withdraw") ? Phase.FAILED : Phase.DONE);
    }

    private static Set<Phase> killEverywhere(String name, Consumer<World> weather) {
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        for (int n = 1;; n++) {
            World world = World.madeFor(name);
            weather.accept(world);
            World.Console console = world.console("alice@desk");
            DraftId draft = console.operator.prepare(World.intent(name));
            Trace trace = new Trace();
            trace.killAt(n);
            world.breakAs(trace);
            try {
                console.operator.confirm(draft);
            } catch (Trace.Killed expected) {
                assertThat(trace.wasKilled()).isTrue();
            }
            world.breakAs(new Trace());
            World.Console next = world.console("alice@desk");
            next.operator.recover();

            Optional<ActionRecord> kept = world.journal.recent(1).stream().findFirst();
            String where = name + ", killed at " + n + " of " + trace.points();
            Invariants.hold(world, name, kept, where);
            kept.ifPresent(record -> {
                seen.add(record.phase());
                assertThat(next.action(record.plan())).as(where).isEqualTo(record);
            });
            assertThat(world.journal.unfinished()).as(where).isEmpty();
            if (!trace.wasKilled()) {
                return seen;
            }
        }
    }

    @Test
    void survivesBeingKilledWhileRecovering() {
        for (int n = 1; n < 30; n++) {
            World world = new World();
            world.cluster.losesAnswers = true;
            World.Console console = world.console("alice@desk");
            DraftId draft = console.operator.prepare(World.rollBack("rs-2"));
            killed(world, 14, () -> console.operator.confirm(draft));
            World.Console second = world.console("alice@desk");
            killed(world, n, second.operator::recover);
            world.breakAs(new Trace());
            world.console("alice@desk").operator.recover();
            Invariants.hold(world, "roll back", world.journal.recent(1).stream().findFirst(),
                    "recovering, killed at " + n);
        }
    }

    private static void killed(World world, int n, Runnable life) {
        Trace trace = new Trace();
        trace.killAt(n);
        world.breakAs(trace);
        try {
            life.run();
        } catch (Trace.Killed expected) {
            assertThat(trace.wasKilled()).isTrue();
        }
    }

    /// Three consoles, two people and a nemesis; each seed is one story that can be told again.
    @Test
    void keepsEachPlanToOneChangeInAThousandRandomStories() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            World world = new World();
            Set<String> plans = new HashSet<>();
            for (int life = 0; life < 4; life++) {
                World.Console console = world.console(random.nextBoolean() ? "alice@desk" : "bob@laptop");
                Trace trace = new Trace();
                if (random.nextBoolean()) {
                    trace.killAt(1 + random.nextInt(40));
                } else {
                    trace.failAt(1 + random.nextInt(20));
                }
                world.breakAs(trace);
                world.cluster.losesAnswers = random.nextInt(4) == 0;
                try {
                    console.operator.recover();
                    DraftId draft = console.operator.prepare(World.rollBack("rs-" + (1 + random.nextInt(3))));
                    nemesis(world, random);
                    if (console.draft(draft) instanceof Draft.Ready ready) {
                        plans.add(ready.plan().id().text());
                    }
                    console.operator.confirm(draft);
                } catch (Trace.Killed expected) {
                    assertThat(trace.wasKilled()).isTrue();
                }
            }
            world.breakAs(new Trace());
            world.console("alice@desk").operator.recover();
            String story = "seed " + seed;
            assertThat(world.violations()).as(story).isEmpty();
            assertThat(world.journal.unfinished()).as(story).isEmpty();
            assertThat(world.cluster.changes).as(story).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(plans.size());
            for (ActionRecord action : world.journal.recent(50)) {
                var request = action.plan().steps().getFirst().request();
                // Made for the same state by the same person, two plans may ask for the very same; one of them did it.
                boolean alone = world.journal.recent(50).stream()
                        .filter(a -> a.plan().steps().getFirst().request().equals(request))
                        .count() == 1;
                boolean changed = world.cluster.changes.contains(request);
                String told = story + ": " + action.phase() + " “" + action.words() + "”";
                switch (action.phase()) {
                    case DONE -> assertThat(changed).as(told).isTrue();
                    case STOPPED -> assertThat(changed && alone).as(told).isFalse();
                    default -> {}
                }
            }
        }
    }

    private static void nemesis(World world, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> world.cluster.state.autoscale(2 + random.nextInt(5), world.clock.instant());
            case 1 -> world.cluster.state.deploy("rs-" + (1 + random.nextInt(3)), "kubectl-set", world.clock.instant());
            case 2 -> world.cluster.before = () -> world.cluster.state.autoscale(9, world.clock.instant());
            default -> {}
        }
    }
}
