package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// One window after another in one process, until a person closes one: what is left for another way, or to begin anew, is
/// closed to its end before the next one opens. The toolkit stays.
///
/// @param real the folders of a console that does not practise
/// @param hearing is told at whichever door there is by then
record Rounds(Machine machine, Folders real, Toolkit toolkit, Hearing hearing) {

    private static final String UNUSABLE = "What is set up cannot be used:";
    private static final String LEFT = "Not everything could be forgotten:";

    /// Those of this machine.
    Rounds(Machine machine, Folders real, Toolkit toolkit) {
        this(machine, real, toolkit, Hearing.of(machine.system()));
    }

    /// @param held the folders of the first one; let go of at the end, like those of the others
    /// @throws IOException when something cannot be opened; a sentence
    void run(Way first, HeldFolders held) throws IOException {
        run(first, held, door(machine, held, ""));
    }

    /// @param bell where second starts ring while the first folders are open; taken down at the end
    void run(Way first, HeldFolders held, Door bell) throws IOException {
        AtomicReference<Door> door = new AtomicReference<>(bell);
        String kept = "";
        Way reality = new Way.Own();
        Optional<Departure.Next> next = Optional.of(new Departure.Next(first, held));
        HeldFolders last = held;
        List<String> told = List.of();
        try (hearing) {
            hearing.begin(bell, link -> door.get().heard(link));
            while (next.isPresent()) {
                Departure.Next now = next.get();
                if (!now.held().equals(last)) {
                    // A link that waits leads to the real board, also by way of practice.
                    kept = door.get().waiting().isEmpty() ? kept : door.get().waiting();
                    door.get().close();
                    last.close();
                    last = now.held();
                    door.set(door(machine, last, now.way() instanceof Way.Practise ? "" : kept));
                }
                if (last.lock() != null) {
                    // Whoever forgot everything took the folders along.
                    last.folders().make();
                }
                reality = now.way().reality(reality);
                Departure departure = new Departure(now.way(), reality, now.held(), real);
                open(now.way(), now.held().folders(), departure, door.get(), told);
                next = departure.next();
                told = departure.told();
            }
        } finally {
            door.get().close();
            last.close();
        }
    }

    /// Where second starts ring while these folders are open.
    ///
    /// @param link what the first window is to show; empty for what was left
    static Door door(Machine machine, HeldFolders held, String link) {
        return held.lock() == null ? Door.closed(link) : new Door(machine, held.folders(), link);
    }

    /// @param told what the window before had to tell and could not
    private void open(Way way, Folders folders, Departure departure, Door door, List<String> told)
            throws IOException {
        switch (way) {
            case Way.Practise practise -> practise(folders, departure, door, told);
            case Way.Given(var file) -> given(file, folders, departure, door, told);
            case Way.Add(Way.First beginning) -> add(beginning, departure, door);
            case Way.Own own -> {
                OwnConfig mine = new OwnConfig(machine, real);
                String stamp = Configured.stampOf(mine.file());
                connect(mine.find(), stamp, folders, departure, door, told);
            }
        }
    }

    private void connect(
            OwnConfig.Found found, String stamp, Folders folders, Departure departure, Door door, List<String> told)
            throws IOException {
        switch (found) {
            case OwnConfig.Found.Ready(var file) -> {
                departure.connects(file.config());
                Configured configured = new Configured(
                        machine, file, new VaultPlace(machine, folders, Terminal.here()).tokens(), stamp);
                try (Window window =
                        new Window(machine, folders, toolkit, departure).heardAt(door).telling(told)) {
                    window.run(null, configured);
                }
            }
            case OwnConfig.Found.Unconnected(var file) ->
                    welcome(file.config(), troubles(told, file.faults()), departure, door);
            case OwnConfig.Found.Nothing nothing ->
                    welcome(ConsoleConfig.NOTHING, after(LEFT, told), departure, door);
            case OwnConfig.Found.Broken(List<String> why) ->
                    welcome(ConsoleConfig.NOTHING, troubles(told, why), departure, door);
        }
    }

    /// A file that somebody named is theirs to mend: nothing is set up in its place.
    private void given(Path file, Folders folders, Departure departure, Door door, List<String> told)
            throws IOException {
        String stamp = Configured.stampOf(file);
        switch (new OwnConfig(machine, real).read(file)) {
            case OwnConfig.Found.Broken(List<String> why) ->
                    new Welcoming(machine, real, toolkit, departure, door).mend(file, troubles(told, why));
            case OwnConfig.Found.Unconnected(var read) ->
                    new Welcoming(machine, real, toolkit, departure, door).mend(file, troubles(told, read.problems()));
            case OwnConfig.Found found -> connect(found, stamp, folders, departure, door, told);
        }
    }

    private static List<String> troubles(List<String> told, List<String> why) {
        return Stream.concat(after(LEFT, told).stream(), after(UNUSABLE, why).stream()).toList();
    }

    private static List<String> after(String heading, List<String> sentences) {
        return sentences.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(heading), sentences.stream()).toList();
    }

    /// @param there what the configuration says though nothing is connected
    private void welcome(ConsoleConfig there, List<String> troubles, Departure departure, Door door) {
        new Welcoming(machine, real, toolkit, departure, door).run(there, troubles);
    }

    private void add(Way.First beginning, Departure departure, Door door) {
        Welcoming welcoming = new Welcoming(machine, real, toolkit, departure, door);
        switch (new OwnConfig(machine, real).find()) {
            case OwnConfig.Found.Ready(var file) -> welcoming.add(file.config(), beginning);
            case OwnConfig.Found.Unconnected(var file) ->
                    welcoming.run(file.config(), after(UNUSABLE, file.faults()));
            case OwnConfig.Found.Nothing nothing -> welcoming.run(ConsoleConfig.NOTHING, List.of());
            case OwnConfig.Found.Broken(List<String> why) ->
                    welcoming.run(ConsoleConfig.NOTHING, after(UNUSABLE, why));
        }
    }

    private void practise(Folders folders, Departure departure, Door door, List<String> told)
            throws IOException {
        List<String> all = Stream.concat(told.stream(), new FormerPractice(folders).forget().stream()).toList();
        // The window begins to open first; the team is made meanwhile.
        try (Window window = new Window(machine, folders, toolkit, departure).heardAt(door).telling(all);
                Practice practice = Practice.make(machine, folders)) {
            window.run(practice, practice);
        }
    }
}
