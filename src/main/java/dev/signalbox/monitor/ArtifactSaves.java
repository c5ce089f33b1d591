package dev.signalbox.monitor;

import dev.signalbox.archive.Unpacking;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.ArtifactSave.Stage;
import dev.signalbox.port.Artifacts;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.ResultNews;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Saves artifacts into folders that people chose, under the artifact's number: what it is called is a label from outside
/// and no name of a file of ours. Nothing is overwritten, and what fails leaves nothing behind.
final class ArtifactSaves {

    private static final long LARGEST = 2L << 30;
    private static final long TELLS_EVERY = 256 << 10;
    private static final int MOST_TRIES = 1000;

    private final Artifacts artifacts;
    private final Supplier<ConsoleState> state;
    private final Consumer<Change> offer;

    ArtifactSaves(Artifacts artifacts, Supplier<ConsoleState> state, Consumer<Change> offer) {
        this.artifacts = artifacts;
        this.state = state;
        this.offer = offer;
    }

    /// Does what was wanted; whatever happens is told as a change.
    void save(ArtifactSave wish) {
        Path part = null;
        try {
            part = Files.createTempFile(wish.folder(), "saving-", ".zip");
            Progress progress = new Progress(wish, Thread.currentThread());
            progress.at(Stage.FETCHING);
            artifacts.download(wish.artifact(), part, LARGEST, progress);
            progress.at(Stage.UNPACKING);
            Path result = wish.form() == ArtifactSave.Form.FILES
                    ? Unpacking.unpack(part, wish.folder(), name(wish.artifact()), progress::more)
                    : keep(part, wish);
            tell(wish.done(result));
        } catch (RemoteFailure failure) {
            tell(wish.failed(failure.problem().detail()));
        } catch (IOException e) {
            tell(wish.failed(words(e)));
        } finally {
            // A stop interrupts; the thread goes on to other work.
            boolean stopped = Thread.interrupted();
            discard(part);
            if (stopped) {
                tell(wish.stopped());
            }
        }
    }

    private static Path keep(Path part, ArtifactSave wish) throws IOException {
        for (int i = 1; i <= MOST_TRIES; i++) {
            String number = i == 1 ? "" : "-" + i;
            Path file = wish.folder().resolve(name(wish.artifact()) + number + ".zip");
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Files.move(part, file);
            }
        }
        throw new FileAlreadyExistsException(name(wish.artifact()));
    }

    private static String name(Artifact artifact) {
        return "artifact-" + Long.toUnsignedString(artifact.number());
    }

    private boolean isStopped(ArtifactSave wish) {
        ArtifactSave known = state.get().results(wish.artifact().run()).saves().get(wish.artifact().number());
        return known != null && known.stage() == Stage.STOPPED;
    }

    private void tell(ArtifactSave save) {
        offer.accept(new Change.ResultsChanged(save.artifact().run(), new ResultNews.Saving(save)));
    }

    private static String words(IOException e) {
        return switch (e) {
            case dev.signalbox.archive.RefusedArchive refused -> String.valueOf(refused.getMessage());
            case java.nio.file.AccessDeniedException denied -> "You may not write into this folder";
            case java.nio.file.NoSuchFileException gone -> "The folder is not there any more";
            case java.io.InterruptedIOException stopped -> "It was stopped";
            default -> "The files cannot be written: " + e.getMessage();
        };
    }

    private static void discard(@Nullable Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            part.toFile().deleteOnExit(); // still open on some systems
        }
    }

    /// Tells how far it is, not too often, and ends the work when somebody stopped it.
    private final class Progress implements LongConsumer {

        private final ArtifactSave wish;
        private final Thread worker;
        private Stage stage = Stage.FETCHING;
        private long bytes;
        private long told;

        Progress(ArtifactSave wish, Thread worker) {
            this.wish = wish;
            this.worker = worker;
        }

        void at(Stage next) {
            stage = next;
            bytes = 0;
            told = 0;
            tell(wish.at(next, 0));
        }

        void more(long piece) {
            accept(bytes + piece);
        }

        @Override
        public void accept(long all) {
            bytes = all;
            if (all - told >= TELLS_EVERY) {
                told = all;
                tell(wish.at(stage, all));
            }
            if (isStopped(wish)) {
                worker.interrupt();
            }
        }
    }
}
