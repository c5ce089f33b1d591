package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Run;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateEntriesTest {

    private final List<Place> went = new ArrayList<>();
    private final ConsoleState state = SampleStates.rich();
    private final List<PaletteEntry> entries = new StateEntries(went::add).entries(state, NOW);

    @Test
    void everyServiceIsNamedOnceWithItsGroup() {
        assertThat(of(Kind.SERVICE)).extracting(PaletteEntry::title)
                .containsExactlyElementsOf(state.described().services().stream().map(s -> s.name()).toList());
        assertThat(of(Kind.SERVICE)).extracting(PaletteEntry::detail)
                .containsOnly("Storefront", "Payments", "Platform");
    }

    @Test
    void aCommitIsNamedOnceHoweverManyRunsItHas() {
        assertThat(runs().count()).isGreaterThan(runs().map(Run::headSha).distinct().count());
        assertThat(of(Kind.COMMIT)).hasSize((int) runs().map(Run::headSha).distinct().count());
        assertThat(of(Kind.COMMIT)).allSatisfy(entry -> assertThat(entry.title()).hasSizeLessThanOrEqualTo(7));
    }

    @Test
    void everyRunAndCommitLeadsToARunThatIsThere() {
        Stream.concat(of(Kind.RUN).stream(), of(Kind.COMMIT).stream()).forEach(entry -> entry.choose().run());
        assertThat(went).hasSize(of(Kind.RUN).size() + of(Kind.COMMIT).size())
                .allSatisfy(place -> assertThat(runs().map(run -> (Place) new Place.AtRun(run.id()))).contains(place));
    }

    @Test
    void nothingIsFoundWhereNothingWasRead() {
        assertThat(new StateEntries(went::add).entries(ConsoleState.EMPTY, NOW)).isEmpty();
    }

    private List<PaletteEntry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private Stream<Run> runs() {
        return state.repositories().values().stream().flatMap(r -> r.runs().or(List.of()).stream().limit(8));
    }
}
