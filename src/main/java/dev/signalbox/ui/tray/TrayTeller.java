package dev.signalbox.ui.tray;

import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.approvals.WaitingForMe;
import dev.signalbox.ui.board.BoardGlance;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks at the state every now and then and tells what the tray is to show, when that is something else. Called by one
/// thread at a time.
public final class TrayTeller {

    private final Consumer<TrayFace> tell;
    private final BoardGlance glance = new BoardGlance();
    private @Nullable TrayFace told;

    /// @param tell takes what is to be shown
    public TrayTeller(Consumer<TrayFace> tell) {
        this.tell = tell;
    }

    /// Looks at what is known now.
    public synchronized void look(ConsoleState state, Instant now) {
        TrayFace face = TrayRows.of(state, glance.at(state, now), WaitingForMe.in(state));
        if (!face.equals(told)) {
            told = face;
            tell.accept(face);
        }
    }
}
