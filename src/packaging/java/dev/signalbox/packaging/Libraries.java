package dev.signalbox.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The jars of others that are installed: exactly those that the list of components names. Maven copies what is wanted, but leaves
/// in the folder what an earlier build wanted.
///
/// @param folder where Maven copied them to
/// @param bom the list of components, as CycloneDX's plugin writes it
record Libraries(Path folder, Path bom) {

    /// JavaFX is in the runtime, not among the jars.
    private static final String JAVAFX = "org.openjfx";

    /// Deletes what is not named, and our own jars with it, which are made anew.
    ///
    /// @return what is left
    /// @throws IOException when something is named that is not there
    List<Path> settle() throws IOException {
        if (!Files.isRegularFile(bom)) {
            throw new IOException(
                    bom + " is missing. The plug-in that writes it does nothing when Maven is offline (-o)");
        }
        Set<String> missing = new TreeSet<>();
        for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            if (!component.path("group").asText().equals(JAVAFX)) {
                missing.add(component.path("name").asText() + "-" + component.path("version").asText() + ".jar");
            }
        }
        List<Path> kept = new ArrayList<>();
        for (Path jar : Tree.list(folder, "")) {
            if (missing.remove(jar.getFileName().toString())) {
                kept.add(jar);
            } else {
                Files.delete(jar);
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException("The list of components names what is not there: " + missing);
        }
        return kept;
    }
}
