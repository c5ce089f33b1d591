package dev.signalbox.wiring;

import dev.signalbox.desktop.StartAtLogin;
import dev.signalbox.ui.settings.desktop.LoginStart;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Asks and tells the system whether the console starts at login, beside the screen.
final class LoginChoice implements LoginStart {

    private static final String NOT_INSTALLED = "Only an installed console can be started at login; this one was not.";

    private final Optional<StartAtLogin> system;
    private final Executor workers;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing(Wanted.BY_HAND, false, ""));

    /// @param system absent where there is nothing to start
    LoginChoice(Optional<StartAtLogin> system, Executor workers, Executor fx) {
        this.system = system;
        this.workers = workers;
        this.fx = fx;
        if (system.isEmpty()) {
            standing.set(new Standing(Wanted.BY_HAND, false, NOT_INSTALLED));
        } else {
            workers.execute(() -> tell(""));
        }
    }

    static LoginChoice of(Machine machine, Executor workers, Executor fx) {
        // Set by the launcher of an installed console.
        String program = System.getProperty("jpackage.app-path", "");
        return new LoginChoice(
                StartAtLogin.of(machine.system(), machine.environment(), machine.home(), program), workers, fx);
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public void choose(Wanted wanted) {
        workers.execute(() -> system.ifPresent(known -> {
            try {
                if (wanted == Wanted.AT_LOGIN) {
                    known.on();
                } else {
                    known.off();
                }
                tell("");
            } catch (IOException refused) {
                tell("That did not work at " + known.place() + ": " + IoWords.of(refused) + ".");
            }
        }));
    }

    private void tell(String words) {
        boolean on;
        String said = words;
        try {
            on = system.isPresent() && system.get().isOn();
        } catch (IOException unknown) {
            on = false;
            said = "It is not known how it stands: " + IoWords.of(unknown) + ".";
        }
        Standing now = new Standing(on ? Wanted.AT_LOGIN : Wanted.BY_HAND, true, said);
        fx.execute(() -> {
            // Shown anew also where it stands as before: what was pressed did not come true.
            standing.set(new Standing(now.wanted(), false, now.words()));
            standing.set(now);
        });
    }
}
