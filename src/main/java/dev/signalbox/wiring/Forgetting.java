package dev.signalbox.wiring;

import dev.signalbox.ui.settings.secrets.Farewell;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Forgets everything from inside the window: the console closes, all of it goes, and the welcome window opens, which tells
/// what could not be removed.
///
/// @param leaving the way out; absent where there is no window
record Forgetting(Engine engine, Machine machine, @Nullable Leaving leaving, boolean practice) implements Farewell {

    private static final Logger LOG = Logger.getLogger(Forgetting.class.getName());

    private Belongings belongings() {
        return new Belongings(machine, engine.folders);
    }

    /// Whoever has the folders may be using everything that lies there.
    @Override
    public String obstacle() {
        return engine.folders.isOurs()
                ? ""
                : "This console only looks at " + engine.folders.data() + ": another one has that folder, or nothing"
                        + " can be written there. Forget everything in the console that has it.";
    }

    @Override
    public Look look() {
        Belongings all = belongings();
        return new Look(all.goes(), all.stays());
    }

    @Override
    public void forget() {
        Leaving out = leaving;
        if (out == null || !obstacle().isEmpty()) {
            return;
        }
        engine.afterwards(() -> {
            List<String> left = belongings().forget(
                    new VaultPlace(machine, engine.folders, Terminal.here()).open(), false);
            left.forEach(LOG::warning);
            out.tellNext(left);
        });
        if (practice) {
            out.again();
        } else {
            boolean unused = out.to(new Way.Own()).isEmpty();
        }
    }
}
