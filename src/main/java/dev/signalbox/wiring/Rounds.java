package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// One window after another in one process, until a person closes one: what is left for another way, or to begin anew, is
/// closed to its end before the next one opens. The toolkit stays.
///
/// @param real the folders of a console that does not practise
record Rounds(Machine machine, Folders real, Toolkit toolkit) {

    /// @param held the folders of the first one; let go of at the end, like those of the others
    /// @throws IOException when something cannot be opened; a sentence
    void run(Way first, HeldFolders held) throws IOException {
        Optional<Departure.Next> next = Optional.of(new Departure.Next(first, held));
        HeldFolders last = held;
        try {
            while (next.isPresent()) {
                Departure.Next now = next.get();
                if (!now.held().equals(last)) {
                    last.close();
                    last = now.held();
                }
                Departure departure = new Departure(now.way(), now.held(), real);
                open(now.way(), now.held().folders(), departure);
                next = departure.next();
            }
        } finally {
            last.close();
        }
    }

    private void open(Way way, Folders folders, Departure departure) throws IOException {
        switch (way) {
            case Way.Practise practise -> practise(folders, departure);
            case Way.Given(var file) -> connect(new OwnConfig(machine, real).read(file), folders, departure);
            case Way.Own own -> connect(new OwnConfig(machine, real).find(), folders, departure);
        }
    }

    private void connect(OwnConfig.Found found, Folders folders, Departure departure) throws IOException {
        switch (found) {
            case OwnConfig.Found.Ready(var file) -> {
                Configured configured = new Configured(
                        machine, file, new VaultPlace(machine, folders, Terminal.here()).tokens());
                try (Window window = new Window(machine, folders, toolkit, departure)) {
                    window.run(null, configured);
                }
            }
            case OwnConfig.Found.Nothing nothing -> new Welcoming(machine, toolkit, departure).run(List.of());
            case OwnConfig.Found.Broken(List<String> why) -> new Welcoming(machine, toolkit, departure).run(why);
        }
    }

    private void practise(Folders folders, Departure departure) throws IOException {
        // The window begins to open first; the team is made meanwhile.
        try (Window window = new Window(machine, folders, toolkit, departure);
                Practice practice = Practice.make(machine, folders)) {
            window.run(practice, practice);
        }
    }
}
