package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.LARGE;
import static dev.signalbox.port.CiSamples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What [Artifacts] must do.
public abstract class ArtifactsContract extends CiContract {

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4, 0, (byte) 0xFF, '\r', '\n', 26};

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().artifacts().of(run());
    }

    @Test
    void listsArtifactsWithAllThatIsToldOfThem() throws RemoteFailure {
        List<Artifact> there = List.of(
                artifact(LARGE, "test-results", "sha256:" + "0f".repeat(32)),
                artifact(8, "image digest", null),
                new Artifact(run(), 9, "old", 12, true, T0, T0.plusSeconds(5), null),
                new Artifact(run(), 10, "..", 0, false, null, null, null));
        server().artifacts(run(), there);
        assertThat(artifacts().of(run()))
                .containsExactlyInAnyOrderElementsOf(there.stream().map(server()::told).toList());
    }

    @Test
    void listsNothingWhereNothingWasLeft() throws RemoteFailure {
        server().artifacts(run(), List.of());
        assertThat(artifacts().of(run())).isEmpty();
    }

    @Test
    void readsAllArtifactsOverSeveralPages() throws RemoteFailure {
        List<Artifact> there = IntStream.rangeClosed(1, 230).mapToObj(n -> artifact(n, "part " + n, null)).toList();
        server().artifacts(run(), there);
        assertThat(artifacts().of(run())).isEqualTo(there.stream().map(server()::told).toList());
    }

    @Test
    void downloadsAnArchiveByteForByte() throws RemoteFailure {
        Artifact artifact = artifact(LARGE, "../../evil", null);
        server().archive(artifact, ARCHIVE);
        AtomicLong came = new AtomicLong();
        Path file = folder.resolve("a.zip");
        assertThat(artifacts().download(artifact, file, 100, came::set)).isEqualTo(ARCHIVE.length);
        assertThat(file).hasBinaryContent(ARCHIVE);
        assertThat(came).hasValue(ARCHIVE.length);
    }

    @Test
    void givesUpAnArchiveThatIsLargerThanItMayBe() throws IOException {
        Artifact artifact = artifact(5, "x", null);
        server().archive(artifact, ARCHIVE);
        assertThatThrownBy(() -> artifacts().download(artifact, folder.resolve("a.zip"), ARCHIVE.length - 1, n -> {}))
                .isInstanceOf(RemoteFailure.class);
        assertThat(filesThere()).isEmpty();
    }

    @Test
    void saysThatAnArchiveIsGone() throws IOException {
        assertThatThrownBy(() -> artifacts().download(artifact(6, "x", null), folder.resolve("a.zip"), 100, n -> {}))
                .isInstanceOf(RemoteFailure.class);
        assertThat(filesThere()).isEmpty();
    }

    private RunId run() {
        return new RunId(server().repository(), 7);
    }

    private Artifact artifact(long number, String name, @Nullable String digest) {
        return new Artifact(run(), number, name, 2048, false, T0, T0.plusSeconds(90 * 86_400), digest);
    }

    private Artifacts artifacts() {
        return server().provider().artifacts();
    }

    private List<Path> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
