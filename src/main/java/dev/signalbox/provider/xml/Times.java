package dev.signalbox.provider.xml;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times in seconds as reports write them. Surefire groups thousands (`1,234.5`); some runners write `1.2e-05`.
final class Times {

    private static final Pattern SECONDS =
            Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d*\\.?\\d+([eE]-?\\d{1,2})?");
    private static final double LONGEST = Duration.ofDays(30).toSeconds();

    private Times() {}

    static Optional<Duration> of(@Nullable String text) {
        String written = text == null ? "" : text.strip();
        if (written.length() > 40 || !SECONDS.matcher(written).matches()) {
            return Optional.empty();
        }
        double seconds = Double.parseDouble(written.replace(",", ""));
        return seconds <= LONGEST ? Optional.of(Duration.ofNanos(Math.round(seconds * 1e9))) : Optional.empty();
    }

    /// Whether a time is absent or one that can be.
    static boolean isPossible(@Nullable String text) {
        return text == null || text.isBlank() || of(text).isPresent();
    }
}
