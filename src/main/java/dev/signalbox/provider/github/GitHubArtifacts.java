package dev.signalbox.provider.github;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.Artifacts;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Artifacts of workflow runs at GitHub.
final class GitHubArtifacts implements Artifacts {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final GitHubClient client;

    GitHubArtifacts(GitHubClient client) {
        this.client = client;
    }

    @Override
    public List<Artifact> of(RunId run) throws RemoteFailure {
        return GitHubMapping.rows(client.artifacts(run), artifact -> artifact(artifact, run));
    }

    @Override
    public long download(Artifact artifact, Path file, long mostBytes, LongConsumer progress) throws RemoteFailure {
        Download done = client.artifact(artifact, new Download.Into(file, mostBytes, progress));
        String digest = artifact.digest();
        try {
            if (digest != null && !digest.equals(digestOf(file))) {
                Files.deleteIfExists(file);
                throw new RemoteFailure(new RemoteProblem.Unreadable(
                        "The archive that came is not the one that GitHub describes: their digests differ"));
            }
        } catch (IOException e) {
            throw new RemoteFailure(new RemoteProblem.NotKept("The archive cannot be read from this disk again"));
        }
        return done.bytes();
    }

    static @Nullable Artifact artifact(ArtifactJson wire, RunId run) {
        Long number = wire.id();
        if (number == null || number < 0) {
            return null;
        }
        String digest = GitHubWords.lower(wire.digest());
        return new Artifact(
                run,
                number,
                GitHubWords.line(wire.name()),
                Math.max(0, wire.sizeInBytes()),
                wire.expired(),
                wire.createdAt(),
                wire.expiresAt(),
                DIGEST.matcher(digest).matches() ? digest : null);
    }

    private static String digestOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
