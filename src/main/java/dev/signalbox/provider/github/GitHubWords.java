package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.http.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// GitHub's words, texts and addresses in ours.
final class GitHubWords {

    private static final int LONGEST_LINE = 300;

    private GitHubWords() {}

    static RunStatus status(@Nullable String word) {
        return switch (lower(word)) {
            case "requested" -> RunStatus.REQUESTED;
            case "queued" -> RunStatus.QUEUED;
            case "pending" -> RunStatus.PENDING;
            case "waiting" -> RunStatus.WAITING;
            case "in_progress" -> RunStatus.IN_PROGRESS;
            case "completed" -> RunStatus.COMPLETED;
            default -> RunStatus.UNKNOWN;
        };
    }

    static Conclusion conclusion(@Nullable String word) {
        return switch (lower(word)) {
            case "" -> Conclusion.NONE;
            case "success" -> Conclusion.SUCCESS;
            case "failure" -> Conclusion.FAILURE;
            case "cancelled" -> Conclusion.CANCELLED;
            case "skipped" -> Conclusion.SKIPPED;
            case "neutral" -> Conclusion.NEUTRAL;
            case "timed_out" -> Conclusion.TIMED_OUT;
            case "action_required" -> Conclusion.ACTION_REQUIRED;
            case "stale" -> Conclusion.STALE;
            case "startup_failure" -> Conclusion.STARTUP_FAILURE;
            default -> Conclusion.UNKNOWN;
        };
    }

    /// The word in lower case; empty for none.
    static String lower(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }

    /// A name exactly as sent, for requests and comparisons; empty for none.
    static String exact(@Nullable String name) {
        return name == null ? "" : name;
    }

    /// Text for the screen only: the first line, made safe and not too long.
    static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        int end = text.indexOf('\n');
        return SafeText.line((end < 0 ? text : text.substring(0, end)).strip(), LONGEST_LINE);
    }

    /// The first of the texts that says anything, for the screen.
    static String line(@Nullable String first, @Nullable String second, @Nullable String third) {
        String line = line(first);
        if (line.isEmpty()) {
            line = line(second);
        }
        return line.isEmpty() ? line(third) : line;
    }

    /// A page that a browser may be sent to, or nothing: only https, or this machine, and never with a user name in it.
    static @Nullable URI page(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            URI page = new URI(address);
            Origin origin = Origin.of(page);
            return origin != null && origin.isAllowed() ? page : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
