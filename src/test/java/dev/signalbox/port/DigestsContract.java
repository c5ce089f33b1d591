package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What [Artifacts] must do where the provider tells the digests of archives.
public abstract class DigestsContract {

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4, 0, (byte) 0xFF, '\r', '\n', 26};

    @TempDir
    private Path folder = Path.of("");

    private @Nullable CiServer running;

    /// A server of the provider's protocol with nothing on it.
    protected abstract CiServer start();

    @BeforeEach
    void startServer() {
        running = start();
    }

    @AfterEach
    void closeServer() {
        server().close();
    }

    @Test
    void keepsAnArchiveThatIsTheOneDescribed() throws RemoteFailure {
        Artifact artifact = artifact(digestOf(ARCHIVE));
        server().archive(artifact, ARCHIVE);
        Path file = folder.resolve("a.zip");
        artifacts().download(artifact, file, ARCHIVE.length, n -> {});
        assertThat(file).hasBinaryContent(ARCHIVE);
    }

    @Test
    void keepsNoArchiveThatIsNotTheOneDescribed() throws IOException {
        Artifact artifact = artifact(digestOf(new byte[] {1}));
        server().archive(artifact, ARCHIVE);
        assertThatThrownBy(() -> artifacts().download(artifact, folder.resolve("a.zip"), 100, n -> {}))
                .isInstanceOf(RemoteFailure.class)
                .hasMessageContaining("digest");
        assertThat(filesThere()).isEmpty();
    }

    private CiServer server() {
        return Objects.requireNonNull(running);
    }

    private Artifacts artifacts() {
        return server().provider().artifacts();
    }

    private Artifact artifact(String digest) {
        RunId run = new RunId(server().repository(), 7);
        return new Artifact(run, 5, "x", 2048, false, T0, T0.plusSeconds(90 * 86_400), digest);
    }

    private List<Path> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String digestOf(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
