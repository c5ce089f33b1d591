package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cluster that the board calls read-only is looked at and never changed.
class ReadOnlyClusterTest {

    @ParameterizedTest
    @ValueSource(strings = {"roll back", "restart", "pause", "resume", "scale"})
    void nothingIsPlannedThere(String name) {
        World world = World.madeFor(name);
        World.Console console = world.console("alice");
        forbid(console, FakeWorkload.KEY.cluster().name());
        Draft.Refused refused = console.refusal(World.intent(name));
        assertThat(refused.reason()).contains(FakeWorkload.KEY.cluster().name(), "looked at only");
        assertThat(refused.advice()).contains("read-only");
        assertThat(world.changes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"roll back", "restart", "pause", "resume", "scale"})
    void nothingIsSentThereFromASheetThatWasOpenBefore(String name) {
        World world = World.madeFor(name);
        World.Console console = world.console("alice");
        DraftId draft = console.operator.prepare(World.intent(name));
        Plan plan = console.plan(draft);
        forbid(console, FakeWorkload.KEY.cluster().name());
        console.operator.confirm(draft);

        assertThat(console.action(plan).phase()).isEqualTo(Phase.STOPPED);
        assertThat(console.action(plan).words()).contains("Nothing was sent", "looked at only");
        assertThat(world.changes()).isZero();
    }

    @Test
    void anotherClusterIsNotConcerned() {
        World world = World.madeFor("restart");
        World.Console console = world.console("alice");
        forbid(console, "elsewhere");
        assertThat(console.plan(World.intent("restart")).steps()).isNotEmpty();
    }

    private static void forbid(World.Console console, String cluster) {
        BoardSpec board = console.store.current().described()
                .with(new Protection(List.of(), Set.of(cluster), Map.of()));
        console.store.offer(new Change.BoardDescribed(board, List.of()));
    }
}
