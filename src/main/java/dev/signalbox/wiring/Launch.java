package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.Ring;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Starts what was asked for: windows, the pictures, or the practice servers alone.
///
/// @param way what the first window leads to
/// @param snapshot where pictures go instead of a window
/// @param data where all files of the console are kept, if not in the system's places
/// @param link what the window is to show first; empty for what was left
/// @param pause waits between two rings
record Launch(
        Machine machine, Way way, @Nullable Path snapshot, @Nullable Path data, String link, Pause pause) {

    private static final String LOOKING = "signalbox-looking-";
    private static final String PICTURES = "signalbox-pictures";
    private static final String NO_GTK = "A window needs GTK 3, which is not installed: install the package libgtk-3-0"
            + " (Debian, Ubuntu; libgtk-3-0t64 on newer ones) or gtk3 (Fedora, Arch, openSUSE).";
    private static final String NOTHING_YET = "nothing is set up yet: start once from a desktop session and follow the"
            + " welcome window, name a configuration file with --config FILE, or look at the practice team with"
            + " --practice.";

    /// A bell hangs a moment after the folder was taken, on a busy machine a little later; one that was closed still writes
    /// its journal, for 12 s at most.
    private static final int RINGS = 75;
    private static final Duration BETWEEN_RINGS = Duration.ofMillis(200);

    /// @param serversOnly whether only the practice servers are wanted
    /// @return the exit code
    int run(boolean serversOnly) {
        if (!link.isEmpty() && way instanceof Way.Own && snapshot == null && isFollowedElsewhere()) {
            return 0;
        }
        // The toolkit takes longest: it starts beside all that is done before there is anything to be shown.
        try (Toolkit toolkit = serversOnly || snapshot != null
                ? Toolkit.none()
                : Toolkit.on(machine.system(), machine.environment(), !(way instanceof Way.Practise))) {
            return run(serversOnly, toolkit);
        }
    }

    /// @param toolkit for the windows; stays open
    int run(boolean serversOnly, Toolkit toolkit) {
        Folders folders = way.folders(folders(machine, data));
        Optional<HeldFolders> held;
        try {
            held = HeldFolders.take(folders, machine.operator());
        } catch (IOException unusable) {
            boolean usable = Files.isDirectory(folders.data()) && Files.isWritable(folders.data());
            return serversOnly || usable
                    ? refuse(IoWords.of(unusable) + ".")
                    : lookOnly(folders, IoWords.of(unusable), toolkit);
        }
        try {
            return held.isPresent() ? in(held.get(), serversOnly, toolkit) : beside(folders, serversOnly, toolkit);
        } catch (IOException failure) {
            return refuse(IoWords.of(failure) + ".");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int in(HeldFolders held, boolean serversOnly, Toolkit toolkit) throws IOException {
        try (HeldFolders mine = held) {
            return serversOnly ? serve(mine.folders()) : open(mine, toolkit);
        }
    }

    /// Another console has the folder: it is asked to come to the front, and this one ends. Who took the folder a moment
    /// ago may not have hung its bell yet, and who had it may be about to end: a ring in vain is repeated for a while.
    private int beside(Folders folders, boolean serversOnly, Toolkit toolkit) throws IOException, InterruptedException {
        if (serversOnly || snapshot != null) {
            return refuse(HeldFolders.taken(folders));
        }
        String holder = FolderLock.holder(folders.data());
        boolean hears = holder.isEmpty() || holder.equals(machine.operator());
        Ring ring = Door.ring(machine, folders, link);
        for (int i = 0; hears && ring == Ring.NOBODY && i < RINGS; i++) {
            pause.lasting(BETWEEN_RINGS);
            Optional<HeldFolders> left = HeldFolders.take(folders, machine.operator());
            if (left.isPresent()) {
                return in(left.get(), false, toolkit);
            }
            ring = Door.ring(machine, folders, link);
        }
        if (ring == Ring.HEARD) {
            return 0;
        }
        if (!hears) {
            return lookOnly(folders, "another Signalbox is running on " + folders.data() + ", as " + holder, toolkit);
        }
        return refuse((ring == Ring.SILENT ? "It does not answer. " : "") + HeldFolders.taken(folders));
    }

    /// Whoever opens a link does not say which console is meant: a running one takes it, the real one first.
    private boolean isFollowedElsewhere() {
        Folders real = folders(machine, data);
        return Stream.of(real, real.forPractice()).anyMatch(f -> Door.ring(machine, f, link) == Ring.HEARD);
    }

    /// The folders of a console that does not practise.
    static Folders folders(Machine machine, @Nullable Path data) {
        return data == null
                ? Folders.of(machine.system(), machine.environment(), machine.home())
                : Folders.below(data.toAbsolutePath());
    }

    /// Starts all the same: what is outside can be looked at. The journal cannot be opened in that folder, so nothing can
    /// be sent, and the window says so; what must be written for looking is thrown away afterwards.
    private int lookOnly(Folders folders, String why, Toolkit toolkit) {
        System.err.println("Looking only, since nothing can be kept: " + why
                + ". Give another folder with --data to act.");
        Path system = Path.of(System.getProperty("java.io.tmpdir"));
        try (PassingFolder passing = PassingFolder.make(system, LOOKING)) {
            passing.clearOthers();
            System.err.println("What is written meanwhile, this console's own log too, is in " + passing.path()
                    + " and goes with it.");
            return open(new HeldFolders(folders.lookedAt(passing.path()), null), toolkit);
        } catch (IOException failure) {
            return refuse(IoWords.of(failure) + ".");
        }
    }

    private int open(HeldFolders held, Toolkit toolkit) throws IOException {
        if (snapshot != null) {
            return draw(held.folders(), snapshot);
        }
        // The bell hangs before anything that takes time: whoever starts meanwhile is heard.
        try (Door door = Rounds.door(machine, held, link)) {
            return window(held, door, toolkit);
        }
    }

    private int window(HeldFolders held, Door door, Toolkit toolkit) throws IOException {
        // Read while the toolkit starts.
        FirstFrame first = frame(held);
        String missing = switch (toolkit.display()) {
            case READY -> "";
            case NO_GTK -> NO_GTK;
            case ABSENT -> "There is no display here";
            case DEAD -> "The display " + machine.environment().get("DISPLAY") + " does not answer";
        };
        if (missing.equals(NO_GTK)) {
            return refuse(NO_GTK);
        }
        if (missing.isEmpty()) {
            return windows(held, door, toolkit, first);
        }
        if (!(way instanceof Way.Practise)) {
            return refuse(missing + (isUnset()
                    ? ", and " + NOTHING_YET
                    : "; use --snapshot DIR to write pictures instead."));
        }
        Path pictures = Path.of(PICTURES).toAbsolutePath();
        out().println(missing + ", so the practice story runs without a window and its pictures are written to "
                + pictures + ".");
        return draw(held.folders(), pictures);
    }

    private int windows(HeldFolders held, Door door, Toolkit toolkit, FirstFrame first) throws IOException {
        if (way instanceof Way.Given(Path file) && readConfig(file).isEmpty()) {
            return 1;
        }
        try {
            toolkit.show(first);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 1;
        }
        new Rounds(machine, folders(machine, data), toolkit).run(way, held, door);
        return 0;
    }

    /// What stood last time is shown where it will stand again: not to who comes for something else.
    private FirstFrame frame(HeldFolders held) {
        if (held.lock() == null || !link.isEmpty()) {
            return FirstFrame.none();
        }
        Path config = way instanceof Way.Given(Path file) ? file : own().file();
        return way instanceof Way.Practise
                ? FirstFrame.none()
                : FirstFrame.of(machine, held.folders(), Configured.stampOf(config));
    }

    private int draw(Folders folders, Path pictures) throws IOException {
        if (way instanceof Way.Practise) {
            new FormerPractice(folders).forget().forEach(System.err::println);
            try (Practice practice = Practice.make(machine, folders)) {
                return new Pictures(machine, folders, practice, practice, out()).writeTo(pictures);
            }
        }
        if (isUnset()) {
            return refuse("There is nothing to draw, since " + NOTHING_YET);
        }
        Optional<ConsoleConfigFile> read = readConfig(way instanceof Way.Given(Path file) ? file : own().file());
        if (read.isEmpty()) {
            return 1;
        }
        Configured configured = new Configured(
                machine, read.get(), new VaultPlace(machine, folders, Terminal.here()).tokens());
        return new Pictures(machine, folders, null, configured, out()).writeTo(pictures);
    }

    private boolean isUnset() {
        return way instanceof Way.Own && switch (own().find()) {
            case OwnConfig.Found.Nothing nothing -> true;
            case OwnConfig.Found.Unconnected unconnected -> true;
            case OwnConfig.Found.Ready ready -> false;
            case OwnConfig.Found.Broken broken -> false;
        };
    }

    private OwnConfig own() {
        return new OwnConfig(machine, folders(machine, data));
    }

    private Optional<ConsoleConfigFile> readConfig(Path file) {
        return switch (own().read(file)) {
            case OwnConfig.Found.Ready(ConsoleConfigFile read) -> Optional.of(read);
            case OwnConfig.Found.Unconnected(ConsoleConfigFile read) -> {
                read.problems().forEach(this::refuse);
                yield Optional.empty();
            }
            case OwnConfig.Found.Broken(List<String> why) -> {
                why.forEach(this::refuse);
                yield Optional.empty();
            }
            case OwnConfig.Found.Nothing nothing -> Optional.empty();
        };
    }

    private int serve(Folders folders) throws IOException {
        try (Practice practice = Practice.start(machine, folders)) {
            Addresses addresses = practice.addresses();
            out().println("github      " + addresses.github());
            out().println("token       " + addresses.token());
            out().println("client ID   " + practice.team().githubSignIn().application());
            out().println("gitlab      " + addresses.gitlab());
            out().println("token       " + addresses.gitlabToken());
            out().println("client ID   " + practice.team().gitlabSignIn().application());
            out().println("kubeconfig  " + addresses.kubeconfig());
            out().println("board       " + addresses.board());
            out().println("git         " + addresses.git() + " (any user, the token of github as password)");
            out().println("Serving on loopback until Ctrl-C.");
            out().flush();
            CountDownLatch stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop::countDown));
            stop.await();
            return 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int refuse(String sentence) {
        System.err.println(sentence);
        return 1;
    }

    private static PrintStream out() {
        return System.out;
    }
}
