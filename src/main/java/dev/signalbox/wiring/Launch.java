package dev.signalbox.wiring;

import dev.signalbox.desktop.Display;
import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Starts what was asked for: the window, the pictures, or the practice servers alone.
///
/// @param config the configuration file; absent for practice
/// @param snapshot where pictures go instead of a window
/// @param data where all files of the console are kept, if not in the system's places
record Launch(Machine machine, @Nullable Path config, @Nullable Path snapshot, @Nullable Path data) {

    private static final String LOOKING = "signalbox-looking-";
    private static final String PICTURES = "signalbox-pictures";
    private static final String NO_GTK = "A window needs GTK 3, which is not installed: install the package libgtk-3-0"
            + " (Debian, Ubuntu; libgtk-3-0t64 on newer ones) or gtk3 (Fedora, Arch, openSUSE).";

    /// A display on another machine may not answer at all.
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// @param serversOnly whether only the practice servers are wanted
    /// @return the exit code
    int run(boolean serversOnly) {
        Folders folders = folders();
        Optional<FolderLock> lock;
        try {
            folders.make();
            lock = FolderLock.take(folders.data());
        } catch (IOException unusable) {
            boolean usable = Files.isDirectory(folders.data()) && Files.isWritable(folders.data());
            return serversOnly || usable
                    ? refuse(IoWords.of(unusable) + ".")
                    : lookOnly(folders, IoWords.of(unusable));
        }
        if (lock.isEmpty()) {
            return refuse("Another Signalbox is running on " + folders.data()
                    + ". Close it, or start this one with --data and another folder.");
        }
        try (FolderLock held = lock.get()) {
            return serversOnly ? serve(folders) : open(folders);
        } catch (IOException failure) {
            return refuse(IoWords.of(failure) + ".");
        }
    }

    private Folders folders() {
        Folders folders = folders(machine, data);
        return config == null ? folders.forPractice() : folders;
    }

    /// The folders of a console that does not practise.
    static Folders folders(Machine machine, @Nullable Path data) {
        return data == null
                ? Folders.of(machine.system(), machine.environment(), machine.home())
                : Folders.below(data.toAbsolutePath());
    }

    /// Starts all the same: what is outside can be looked at. The journal cannot be opened in that folder, so nothing can
    /// be sent, and the window says so; what must be written for looking is thrown away afterwards.
    private int lookOnly(Folders folders, String why) {
        System.err.println("Looking only, since nothing can be kept: " + why
                + ". Give another folder with --data to act.");
        Path system = Path.of(System.getProperty("java.io.tmpdir"));
        try (PassingFolder passing = PassingFolder.make(system, LOOKING)) {
            passing.clearOthers();
            return open(new Folders(folders.data(), passing.path().resolve("cache"), passing.path()));
        } catch (IOException failure) {
            return refuse(IoWords.of(failure) + ".");
        }
    }

    private int open(Folders folders) throws IOException {
        Path pictures = snapshot;
        if (pictures == null) {
            String missing = switch (display()) {
                case READY -> "";
                case NO_GTK -> NO_GTK;
                case ABSENT -> "There is no display here";
                case DEAD -> "The display " + machine.environment().get("DISPLAY") + " does not answer";
            };
            if (missing.equals(NO_GTK) || (!missing.isEmpty() && config != null)) {
                return refuse(missing.equals(NO_GTK)
                        ? NO_GTK
                        : missing + "; use --snapshot DIR to write pictures instead.");
            }
            if (!missing.isEmpty()) {
                pictures = Path.of(PICTURES).toAbsolutePath();
                out().println(missing + ", so the practice story runs without a window and its pictures are written to "
                        + pictures + ".");
            }
        }
        if (config == null) {
            return practise(folders, pictures);
        }
        Optional<ConsoleConfigFile> read = readConfig(config);
        if (read.isEmpty()) {
            return 1;
        }
        Configured configured = new Configured(
                machine, read.get(), new VaultPlace(machine, folders, Terminal.here()).tokens());
        if (pictures != null) {
            return new Pictures(machine, folders, null, configured, out()).writeTo(pictures);
        }
        try (Window window = new Window(machine, folders)) {
            return window.run(null, configured);
        }
    }

    private Display display() throws IOException {
        FutureTask<Display> look = new FutureTask<>(() -> Display.of(machine.system(), machine.environment()));
        Thread.ofPlatform().daemon().name("display").start(look);
        try {
            return look.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silence) {
            return Display.DEAD;
        } catch (ExecutionException bug) {
            throw new IllegalStateException("The display could not be looked for", bug.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stop);
        }
    }

    private int practise(Folders folders, @Nullable Path pictures) throws IOException {
        if (pictures != null) {
            try (Practice practice = Practice.make(machine, folders)) {
                return new Pictures(machine, folders, practice, practice, out()).writeTo(pictures);
            }
        }
        // The window begins to open first; the team is made meanwhile.
        try (Window window = new Window(machine, folders); Practice practice = Practice.make(machine, folders)) {
            return window.run(practice, practice);
        }
    }

    private Optional<ConsoleConfigFile> readConfig(Path file) {
        try {
            ConsoleConfigFile read = ConsoleConfigFile.read(Files.readString(file), file, machine.home());
            boolean nothing = read.config().accounts().isEmpty() && read.config().clusters().isEmpty();
            if (nothing) {
                read.problems().forEach(this::refuse);
                return Optional.empty();
            }
            return Optional.of(read);
        } catch (IOException unreadable) {
            refuse("The configuration cannot be read: " + IoWords.of(unreadable) + ".");
            return Optional.empty();
        }
    }

    private int serve(Folders folders) throws IOException {
        try (Practice practice = Practice.start(machine, folders)) {
            Addresses addresses = practice.addresses();
            out().println("github      " + addresses.github());
            out().println("token       " + addresses.token());
            out().println("gitlab      " + addresses.gitlab());
            out().println("token       " + addresses.gitlabToken());
            out().println("kubeconfig  " + addresses.kubeconfig());
            out().println("board       " + addresses.board());
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
