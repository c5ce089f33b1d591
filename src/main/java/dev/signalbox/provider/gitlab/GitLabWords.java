package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.http.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// GitLab's words, texts and addresses in ours. One word of GitLab's says both where something stands and how it ended.
final class GitLabWords {

    private static final int LONGEST_LINE = 300;

    private GitLabWords() {}

    /// `manual` waits for a person; `scheduled` waits for its time; `waiting_for_resource` for another job of its group.
    static RunStatus status(@Nullable String word) {
        return switch (lower(word)) {
            case "created", "preparing", "pending" -> RunStatus.QUEUED;
            case "waiting_for_resource", "waiting_for_callback", "scheduled" -> RunStatus.PENDING;
            case "manual" -> RunStatus.WAITING;
            case "running", "canceling" -> RunStatus.IN_PROGRESS;
            case "success", "failed", "canceled", "skipped" -> RunStatus.COMPLETED;
            default -> RunStatus.UNKNOWN;
        };
    }

    static Conclusion conclusion(@Nullable String word) {
        return switch (lower(word)) {
            case "success" -> Conclusion.SUCCESS;
            case "failed" -> Conclusion.FAILURE;
            case "canceled" -> Conclusion.CANCELLED;
            case "skipped" -> Conclusion.SKIPPED;
            default -> status(word) == RunStatus.UNKNOWN ? Conclusion.UNKNOWN : Conclusion.NONE;
        };
    }

    /// How a job ended. A job that may fail does not make its pipeline fail.
    static Conclusion conclusion(@Nullable String word, boolean mayFail, @Nullable String reason) {
        Conclusion plain = conclusion(word);
        if (plain != Conclusion.FAILURE) {
            return plain;
        }
        if (mayFail) {
            return Conclusion.NEUTRAL;
        }
        return switch (lower(reason)) {
            case "job_execution_timeout", "stuck_or_timeout_failure" -> Conclusion.TIMED_OUT;
            default -> Conclusion.FAILURE;
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

    /// The first of two texts that says anything, for the screen.
    static String line(@Nullable String first, @Nullable String second) {
        String line = line(first);
        return line.isEmpty() ? line(second) : line;
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
