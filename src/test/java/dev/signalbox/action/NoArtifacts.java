package dev.signalbox.action;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.Artifacts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// Actions have nothing to do with artifacts.
final class NoArtifacts implements Artifacts {

    @Override
    public List<Artifact> of(RunId run) {
        throw new AssertionError("not needed");
    }

    @Override
    public long download(Artifact artifact, Path file, long mostBytes, LongConsumer progress) {
        throw new AssertionError("not needed");
    }
}
