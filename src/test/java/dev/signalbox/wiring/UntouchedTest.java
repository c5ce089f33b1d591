package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UntouchedTest {

    private static final Duration IDLE = Duration.ofMinutes(3);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void withoutAPopupItIsWhatTheWindowHasSeen() {
        assertThat(untouched(List.of())).isEqualTo(IDLE);
        assertThat(untouched(List.of(Fx.<Window>run(Stage::new)))).isEqualTo(IDLE);
    }

    @Test
    void whoHasAMenuOrAnotherPopupOpenUsesTheConsole() {
        assertThat(untouched(List.of(Fx.<Window>run(Stage::new), Fx.<Window>run(ContextMenu::new)))).isZero();
        assertThat(untouched(List.of(Fx.<Window>run(Tooltip::new)))).isZero();
    }

    private static Duration untouched(List<Window> windows) {
        return new Untouched(() -> IDLE, () -> windows).get();
    }
}
