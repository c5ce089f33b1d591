package dev.signalbox.domain.update;

import dev.signalbox.domain.text.SafePage;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of the console that its project has published.
///
/// @param page where it is described, for a browser; see [SafePage]
/// @param published when, if that is known
public record PublishedVersion(Version version, URI page, @Nullable Instant published) {

    private static final int LONGEST = 2000;

    /// @throws IllegalArgumentException when no browser may be sent to the page
    public PublishedVersion {
        if (!SafePage.mayOpen(page) || page.toASCIIString().length() > LONGEST) {
            throw new IllegalArgumentException("The page of a version must be an https address");
        }
    }
}
