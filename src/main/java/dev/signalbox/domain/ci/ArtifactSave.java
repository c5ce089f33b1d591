package dev.signalbox.domain.ci;

import java.nio.file.Path;

/// The saving of an artifact on this machine, from wish to end.
///
/// @param folder that somebody chose
/// @param done bytes fetched or unpacked so far
/// @param result where it lies now; the folder until it is done
/// @param problem why it failed, a sentence; empty otherwise
public record ArtifactSave(
        Artifact artifact, Path folder, Form form, Stage stage, long done, Path result, String problem) {

    /// In what form it is kept.
    public enum Form {
        /// As the archive that the provider gives.
        ARCHIVE,
        /// Unpacked in a folder of its own.
        FILES
    }

    /// How far it is.
    public enum Stage {
        WANTED,
        FETCHING,
        UNPACKING,
        DONE,
        FAILED,
        STOPPED;

        /// Whether nothing more will happen.
        public boolean isEnd() {
            return this == DONE || this == FAILED || this == STOPPED;
        }
    }

    /// A wish.
    public static ArtifactSave wanted(Artifact artifact, Path folder, Form form) {
        return new ArtifactSave(artifact, folder, form, Stage.WANTED, 0, folder, "");
    }

    /// The same further on.
    public ArtifactSave at(Stage next, long bytes) {
        return new ArtifactSave(artifact, folder, form, next, bytes, result, "");
    }

    /// The same at its good end.
    public ArtifactSave done(Path where) {
        return new ArtifactSave(artifact, folder, form, Stage.DONE, done, where, "");
    }

    /// The same at its bad end.
    public ArtifactSave failed(String why) {
        return new ArtifactSave(artifact, folder, form, Stage.FAILED, done, folder, why);
    }

    /// The same, given up by the person who wanted it.
    public ArtifactSave stopped() {
        return new ArtifactSave(artifact, folder, form, Stage.STOPPED, done, folder, "");
    }
}
