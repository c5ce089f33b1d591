package dev.signalbox.ui.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.tray.TrayEntry;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySection;
import dev.signalbox.domain.tray.TraySign;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From a whole state, as the console has it.
class TrayTellerTest {

    private final List<TrayFace> told = new ArrayList<>();
    private final TrayTeller teller = new TrayTeller(told::add);

    @Test
    void theSampleBoardIsToldAsTheBoardCountsIt() {
        teller.look(SampleStates.rich(), SampleStates.NOW);
        assertThat(told).singleElement().satisfies(face -> {
            assertThat(face.sign()).isEqualTo(TraySign.FAILING);
            assertThat(face.waiting()).isEqualTo(1);
            assertThat(face.words()).contains("failing").contains("1 waits for you")
                    .endsWith("1 connection not current");
            assertThat(face.sections().getFirst()).isEqualTo(new TraySection("Waiting for you", List.of(new TrayEntry(
                    "web-frontend to production",
                    "signalbox://approval/github.com/acme/web-frontend/4180/production"))));
            assertThat(face.sections().getLast().entries())
                    .contains(new TrayEntry("checkout in production", "signalbox://service/checkout/production"));
        });
    }

    @Test
    void whatLooksTheSameIsNotToldAgain() {
        teller.look(SampleStates.rich(), SampleStates.NOW);
        teller.look(SampleStates.rich(), SampleStates.NOW.plusSeconds(2));
        teller.look(SampleStates.full().journalProblem("the disk is full").state(), SampleStates.NOW.plusSeconds(4));
        assertThat(told).hasSize(1);
    }

    @Test
    void whatChangesIsToldOnceEachTime() {
        teller.look(ConsoleState.EMPTY, SampleStates.NOW);
        teller.look(SampleStates.rich(), SampleStates.NOW.plusSeconds(2));
        ConsoleState answered = SampleStates.full()
                .connection(Connection.fresh(SampleStates.PROD, Connection.Kind.KUBERNETES, "https://prod-eu.example")
                        .live(SampleStates.NOW))
                .state();
        teller.look(answered, SampleStates.NOW.plusSeconds(4));
        assertThat(told).extracting(TrayFace::sign)
                .containsExactly(TraySign.STALE, TraySign.FAILING, TraySign.FAILING);
        assertThat(told.getFirst().words()).isEqualTo("Nothing is connected");
        assertThat(told.getLast().words()).doesNotContain("not current");
    }
}
