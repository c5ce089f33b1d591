package dev.signalbox.action;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.text.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sentences about what was read. Times are UTC and say so: they are kept, and read by people elsewhere.
final class Words {

    private static final int LONGEST_NAME = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /// A remote name, safe to stand in a sentence.
    static String name(String remote) {
        return SafeText.line(remote, LONGEST_NAME);
    }

    /// `staging and production`, each made safe.
    static String names(List<String> remote) {
        return remote.stream().map(Words::name).collect(Collectors.joining(" and "));
    }

    static String at(@Nullable Instant time) {
        return time == null ? "" : " at " + TIME.format(time);
    }

    /// `0.2 s`, `40 s`, `3 min`, `5 h 20 min`, `2 d 4 h`.
    static String length(Duration length) {
        if (length.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
        }
        if (length.compareTo(Duration.ofMinutes(2)) < 0) {
            return length.toSeconds() + " s";
        }
        if (length.compareTo(Duration.ofHours(2)) < 0) {
            return length.toMinutes() + " min";
        }
        return length.compareTo(Duration.ofDays(1)) < 0
                ? length.toHours() + " h " + length.toMinutesPart() + " min"
                : length.toDays() + " d " + length.toHoursPart() + " h";
    }

    /// Who changed the workload last, and when: ` by helm at 12:00:03 UTC`, or nothing.
    static String by(@Nullable LastChange change) {
        return change == null ? "" : " by " + name(change.manager()) + at(change.at());
    }

    /// What the workload runs: the tag of its first image.
    static String version(Workload workload) {
        return workload.image().map(image -> name(image.version())).orElse("an unknown image");
    }

    static String commit(String sha) {
        return name(sha.length() > 8 ? sha.substring(0, 8) : sha);
    }

    /// A problem as a sentence.
    static String of(RemoteProblem problem) {
        return switch (problem) {
            case RemoteProblem.Unreachable p -> "No usable answer: " + p.detail();
            case RemoteProblem.Unauthorized p -> "The credential was refused: " + p.detail();
            case RemoteProblem.NoCredential p -> "There is no credential: " + p.detail();
            case RemoteProblem.SignInEnded p -> "The sign-in has ended: " + p.detail();
            case RemoteProblem.Forbidden p ->
                    "Not allowed: " + p.detail() + (p.missing() == null ? "" : " Missing: " + p.missing() + ".");
            case RemoteProblem.NotFound p -> "Not there, or hidden from this account: " + p.detail();
            case RemoteProblem.Conflict p -> "The world has moved: " + p.detail();
            case RemoteProblem.Rejected p -> "Refused by the server: " + p.detail();
            case RemoteProblem.RateLimited p ->
                    "Too many requests until" + at(p.until()).substring(3) + ": " + p.detail();
            case RemoteProblem.ServerFault p -> "The server failed: " + p.detail();
            case RemoteProblem.Unreadable p -> "The answer could not be understood: " + p.detail();
            case RemoteProblem.NotKept p -> "This machine could not keep it: " + p.detail();
        };
    }

    /// What to do about a problem.
    static String advice(RemoteProblem problem) {
        return switch (problem) {
            case RemoteProblem.Unauthorized ignored -> "Sign in again, then look at it anew.";
            case RemoteProblem.SignInEnded ignored -> "Sign in again, then look at it anew.";
            case RemoteProblem.NoCredential ignored -> "Store or unlock its token, then look at it anew.";
            case RemoteProblem.Forbidden ignored -> "Ask for the permission that is missing.";
            case RemoteProblem.NotFound ignored -> "Check that it still exists and that this account may see it.";
            case RemoteProblem.RateLimited p -> "Try again after" + at(p.until()).substring(3) + ".";
            case RemoteProblem.Rejected ignored -> "Change what was asked for.";
            case RemoteProblem.Conflict ignored -> "Look at it anew.";
            case RemoteProblem.Unreachable ignored -> "Check the connection and try again.";
            case RemoteProblem.ServerFault ignored -> "Try again in a while.";
            case RemoteProblem.Unreadable ignored -> "Check the address of the connection and try again.";
            case RemoteProblem.NotKept ignored -> "Make room on this machine's disk and try again.";
        };
    }
}
