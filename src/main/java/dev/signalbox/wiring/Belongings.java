package dev.signalbox.wiring;

import dev.signalbox.desktop.DoorPlaces;
import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.StartAtLogin;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Everything that the console has put on this machine for its user, and how all of it goes. In a folder that bears the
/// console's name everything is its own, but for a program that was put there; in one that somebody named with `--data`
/// only what has its names is.
record Belongings(Machine machine, Folders folders) {

    private static final String OWN = "signalbox";

    private static final String PRACTICE = "practice";

    /// Files that it writes, each with others beside it: backups, a database's own.
    static final List<String> FILES = List.of(
            "secrets.vault", "history.db", "history.lock", "kept-logs.db", "console.lock", "console.socket", "reserve",
            "console.yaml", "console.log", "last-state", "window.properties", "board.properties", "keys.properties",
            "appearance.properties", "secrets.properties", "polling.properties", "updates.properties",
            "notices.properties", "tray.properties", ClientIds.FILE);
    private static final Pattern NAMES = Pattern.compile(
            "(?:" + FILES.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                    + "|(?:network|notifications|desktop|history)\\.properties)(?:[-.].*)?|practice|cache|native");

    /// What the installed program has in its folder, which may lie where the data do: an archive is unpacked anywhere.
    private static final Pattern PROGRAM = Pattern.compile("signalbox\\.(?:exe|ico|app)|app|runtime|bin|lib");

    private static final Pattern BOARD = Pattern.compile("board\\.yaml(?:\\.(?:[1-3]|new))?");

    /// What is there and would go.
    List<Path> going() {
        Set<Path> all = new LinkedHashSet<>();
        for (Path folder : List.of(folders.data(), folders.settings(), folders.cache())) {
            boolean cache = folder.equals(folders.cache());
            entries(folder).stream().filter(e -> cache || isOurs(folder, e)).forEach(all::add);
        }
        registrations().stream().filter(p -> Files.exists(p, LinkOption.NOFOLLOW_LINKS)).forEach(all::add);
        return List.copyOf(all);
    }

    /// What is in the same folders and would stay, since somebody else put it there.
    List<Path> strangers() {
        Set<Path> all = new LinkedHashSet<>();
        for (Path folder : List.of(folders.data(), folders.settings())) {
            entries(folder).stream().filter(e -> !isOurs(folder, e) && !isProgram(folder, e)).forEach(all::add);
        }
        return List.copyOf(all);
    }

    /// What would go, in words.
    List<String> goes() {
        List<String> lines = new ArrayList<>();
        going().forEach(path -> lines.add(path + words(path)));
        if (Files.exists(vaultFile())) {
            lines.add("The vault’s key in the system’s key ring, where it lies there");
        }
        if (registry().isPresent()) {
            lines.add("The start at login, in the registry, where it was chosen");
        }
        return lines.isEmpty() ? List.of("Nothing: there is nothing of this console on this machine.") : lines;
    }

    /// What would stay, in words.
    List<String> stays() {
        List<String> lines = new ArrayList<>();
        strangers().forEach(path -> lines.add(path + ", which Signalbox did not make"));
        lines.add("Your tokens at GitHub and GitLab: they are valid until you revoke them there");
        lines.add(
                "Files that you wrote or saved yourself: a configuration named with --config, board files, kubeconfigs,"
                        + " logs and artifacts that you saved");
        lines.add("What was done at the provider and in the clusters, with its traces there");
        if (!isPractice()) {
            lines.add("The program itself: remove it as it was installed");
        } else {
            lines.add("Everything of the real console: this is practice");
        }
        return lines;
    }

    /// Removes all of it. The console must not be running on these folders any more.
    ///
    /// @param lock whether the file that locks the folder goes too, and the doorbell with it: not while they are held
    /// @return what could not be removed, as sentences
    List<String> forget(Vault vault, boolean lock) {
        List<String> left = new ArrayList<>();
        Set<Path> kept = new LinkedHashSet<>();
        if (!lock) {
            kept.add(FolderLock.file(folders.data()));
            kept.addAll(bells());
        }
        if (Files.exists(vaultFile())) {
            try {
                left.addAll(vault.forgetEverything());
            } catch (VaultProblem problem) {
                left.add(problem.sentence());
                kept.add(vaultFile());
            }
        }
        left.addAll(forgetBut(kept));
        return List.copyOf(left);
    }

    /// The same where there is no vault: no data folder.
    List<String> forgetTheRest() {
        return forgetBut(Set.of());
    }

    private List<String> forgetBut(Set<Path> kept) {
        List<String> left = new ArrayList<>();
        boolean practising = isInUse(folders.data().resolve(PRACTICE));
        for (Path path : going()) {
            if (practising && name(path).equals(PRACTICE)) {
                left.add(path + " is in use by another console: close it and forget everything again.");
            } else if (!kept.contains(path)) {
                remove(path, left);
            }
        }
        registry().ifPresent(entry -> switchOff(entry, left));
        List<Path> empty = new ArrayList<>(List.of(folders.cache(), folders.settings(), folders.data()));
        runtime().ifPresent(empty::add);
        for (Path folder : empty) {
            if (entries(folder).isEmpty()) {
                remove(folder, left);
            }
        }
        return List.copyOf(left);
    }

    /// Whether another console has that folder: without its lock, a third one could take it at the same time.
    private static boolean isInUse(Path folder) {
        if (!Files.exists(FolderLock.file(folder))) {
            return false;
        }
        try {
            Optional<FolderLock> lock = FolderLock.take(folder);
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty();
        } catch (IOException unusable) {
            return false;
        }
    }

    /// Where the console hears second starts for as long as it has the folder.
    private List<Path> bells() {
        List<Path> all = new ArrayList<>();
        all.add(folders.data().resolve("console.socket"));
        runtime().ifPresent(folder -> all.addAll(entries(folder)));
        return all;
    }

    private static void switchOff(StartAtLogin entry, List<String> left) {
        try {
            entry.off();
        } catch (IOException refused) {
            left.add("The start at login could not be taken out of " + entry.place() + ": " + IoWords.of(refused)
                    + ".");
        }
    }

    private static void remove(Path path, List<String> left) {
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Removal.of(path);
            }
        } catch (IOException refused) {
            left.add(path + " could not be removed: " + IoWords.of(refused) + ".");
        }
    }

    private Path vaultFile() {
        return folders.data().resolve(VaultPlace.FILE);
    }

    private boolean isPractice() {
        return name(folders.data()).equals("practice");
    }

    private boolean isOurs(Path folder, Path entry) {
        return name(folder).equals(OWN) && !isProgram(folder, entry)
                || NAMES.matcher(name(entry)).matches()
                || BOARD.matcher(name(entry)).matches() && hasOwnBoard();
    }

    /// Whether that is the program itself, which goes as it was installed.
    private static boolean isProgram(Path folder, Path entry) {
        return name(folder).equals(OWN) && PROGRAM.matcher(name(entry)).matches();
    }

    /// Whether the board beside the console's own configuration is the one that it names: the console wrote both.
    private boolean hasOwnBoard() {
        return new OwnConfig(machine, folders).board().filter(folders.settings().resolve(KeptSetup.BOARD)::equals)
                .isPresent();
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    }

    private static List<Path> entries(Path folder) {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(all::add);
        } catch (IOException missing) {
            return List.of();
        }
        all.sort(null);
        return all;
    }

    /// What is registered for the user outside of the console's folders: the start at login, links, and the sockets of
    /// consoles whose data folders have long paths. For a folder that somebody named that is its own socket alone.
    private List<Path> registrations() {
        List<Path> all = new ArrayList<>(farDoors());
        Path settings = folders.settings().getParent();
        Path data = folders.data().getParent();
        if (!isUsual() || settings == null || data == null) {
            return all;
        }
        all.add(settings.resolve("autostart").resolve("signalbox.desktop"));
        all.add(settings.resolveSibling("LaunchAgents").resolve("dev.signalbox.plist"));
        all.add(data.resolve("applications").resolve("signalbox.desktop"));
        all.add(data.resolve("applications").resolve("signalbox-links.desktop"));
        runtime().ifPresent(folder -> all.addAll(entries(folder)));
        return all;
    }

    /// Where the doorbell of a console on this data folder may hang, but for the folder itself.
    private List<Path> farDoors() {
        Optional<Path> runtime = runtime();
        try {
            return DoorPlaces.of(folders.data(), machine.environment()).stream()
                    .filter(place -> runtime.filter(place::startsWith).isPresent())
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private Optional<Path> runtime() {
        String runtime = machine.environment().getOrDefault("XDG_RUNTIME_DIR", "");
        return !runtime.isBlank() && Path.of(runtime).isAbsolute()
                ? Optional.of(Path.of(runtime).resolve(OWN))
                : Optional.empty();
    }

    /// The start at login, where it is no file; whichever program it would start.
    private Optional<StartAtLogin> registry() {
        String any = machine.home().resolve(OWN).toAbsolutePath().toString();
        return isUsual()
                ? StartAtLogin.of(machine.system(), machine.environment(), machine.home(), any)
                        .filter(StartAtLogin.InRegistry.class::isInstance)
                : Optional.empty();
    }

    /// Whether these are the folders of the console that starts when nothing is said.
    private boolean isUsual() {
        return !isPractice() && name(folders.data()).equals(OWN);
    }

    private static String words(Path path) {
        String name = name(path);
        if (name.startsWith(VaultPlace.FILE)) {
            return ", the vault with all tokens in it";
        }
        if (name.startsWith("history.db")) {
            return ", the journal of everything that was done here, and the history of runs";
        }
        if (name.startsWith("kept-logs")) {
            return ", kept logs";
        }
        if (name.startsWith("console.yaml")) {
            return ", accounts and clusters that were set up here";
        }
        if (name.startsWith("board.yaml")) {
            return ", the board";
        }
        return name.equals(PRACTICE) ? ", everything of practice" : "";
    }
}
