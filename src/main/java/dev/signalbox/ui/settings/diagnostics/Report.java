package dev.signalbox.ui.settings.diagnostics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What somebody who helps needs to know. Nothing is sent anywhere.
public interface Report {

    /// One file of it.
    ///
    /// @param name of the file
    /// @param text without secrets
    record Part(String name, String text) {}

    /// Puts it together. Blocks a little.
    List<Part> gather();

    /// Saves exactly these parts as a ZIP archive; a file that is there is replaced. Blocks.
    void save(List<Part> parts, Path file) throws IOException;
}
