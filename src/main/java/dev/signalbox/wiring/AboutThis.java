package dev.signalbox.wiring;

import dev.signalbox.domain.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this program is: its version, what it runs on, and what of it others wrote. The build writes version and licences
/// into what is installed; the build tree has neither.
///
/// @param version from the jar's manifest
record AboutThis(@Nullable String version) {

    /// Where the build puts the list of licences on the class path.
    static final String LICENCES = "/dev/signalbox/legal/third-party.txt";

    private static final String NOT_INSTALLED = """
            The list of the works of others is made together with an installer.
            This console runs from its build tree, which has none.""";

    static AboutThis here() {
        return new AboutThis(AboutThis.class.getPackage().getImplementationVersion());
    }

    String product() {
        return version == null ? "Signalbox, from its build tree" : "Signalbox " + SafeText.line(version, 60);
    }

    /// As requests name it to whoever serves them, such as `signalbox/0.2.0`: one word (RFC 9110, section 5.6.2).
    String agent() {
        return "signalbox/" + (version == null ? "unversioned" : version.replaceAll("[^A-Za-z0-9.+_-]", "-"));
    }

    /// Java, JavaFX and the system, as people are asked for them when they report a problem.
    static List<String> runsOn() {
        return List.of(
                "Java " + Runtime.version() + " · JavaFX " + property("javafx.runtime.version"),
                property("os.name") + " " + property("os.version") + " · " + property("os.arch"));
    }

    private static String property(String name) {
        return SafeText.line(System.getProperty(name, "unknown"), 60);
    }

    /// Blocks.
    static String licences() {
        return licences(AboutThis.class.getResourceAsStream(LICENCES));
    }

    static String licences(@Nullable InputStream list) {
        if (list == null) {
            return NOT_INSTALLED;
        }
        try (list) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "The list of the works of others cannot be read: " + IoWords.of(unreadable) + ".";
        }
    }
}
