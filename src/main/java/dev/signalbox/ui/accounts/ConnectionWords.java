package dev.signalbox.ui.accounts;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.accounts.ConnectionDesk.AccountLine;
import dev.signalbox.ui.accounts.ConnectionDesk.ClusterLine;
import dev.signalbox.ui.widget.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Wording of the pages about connections.
final class ConnectionWords {

    private static final int LONGEST = 200;
    private static final int SOON_DAYS = 14;
    private static final int FEW = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private ConnectionWords() {}

    /// What is configured of an account, in a line.
    static String of(AccountLine account) {
        String owners = !account.repositories().isEmpty()
                ? "only " + picked(account.repositories())
                : account.owners().isEmpty() ? "everything that it reaches" : names(account.owners());
        return kind(account.kind()) + " at " + safe(account.address()) + ". " + account.token() + ". Shows " + owners
                + ".";
    }

    private static String picked(List<String> repositories) {
        return repositories.size() <= FEW ? names(repositories) : repositories.size() + " repositories";
    }

    /// What is configured of a cluster, in a line.
    static String of(ClusterLine cluster) {
        String programs = switch (cluster.programs()) {
            case 0 -> "No credential program may run.";
            case 1 -> "One credential program may run.";
            default -> cluster.programs() + " credential programs may run.";
        };
        return "Context " + safe(cluster.context()) + ", watched in " + names(cluster.namespaces()) + ". " + programs;
    }

    static String mark(ClusterMark mark) {
        return switch (mark) {
            case ORDINARY -> "Not production";
            case PRODUCTION_READ_ONLY -> "Production, looked at only";
            case PRODUCTION_ACTING -> "Production, actions on";
        };
    }

    /// What a change of the mark does.
    static String change(ClusterMark to) {
        return switch (to) {
            case ORDINARY -> "Actions are then possible there, like in any cluster.";
            case PRODUCTION_READ_ONLY -> "Every action there is then refused until you switch actions on again.";
            case PRODUCTION_ACTING -> "Actions in production are then possible; each asks as before.";
        } + " The console starts again with it.";
    }

    static Mark mark(Optional<Connection> standing) {
        return standing.map(c -> switch (c.lamp()) {
            case CONNECTING -> Mark.QUEUED;
            case LIVE -> Mark.GOOD;
            case STALE -> Mark.WARNING;
            case PAUSED -> Mark.PAUSED;
            case FAILED -> Mark.BAD;
        }).orElse(Mark.QUEUED);
    }

    static String lamp(Optional<Connection> standing) {
        return standing.map(c -> switch (c.lamp()) {
            case CONNECTING -> "Not tried yet";
            case LIVE -> "Answers";
            case STALE -> "Does not answer now";
            case PAUSED -> "Waits for its limit";
            case FAILED -> "Needs you";
        }).orElse("Not tried yet");
    }

    /// The last problem; empty for none.
    static String problem(Optional<Connection> standing) {
        return standing.flatMap(c -> Optional.ofNullable(c.problem())).map(RemoteProblem::detail).orElse("");
    }

    static Mark told(Told told) {
        return switch (told) {
            case YES -> Mark.GOOD;
            case NO -> Mark.BAD;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    static String word(Told told) {
        return switch (told) {
            case YES -> "Yes";
            case NO -> "No";
            case UNKNOWN -> "Cannot be told";
        };
    }

    /// When a token ends; a person is warned in the last two weeks.
    static String expiry(@Nullable Instant expiresAt, Instant now, ZoneId zone) {
        if (expiresAt == null) {
            return "Nothing tells when it ends.";
        }
        String day = DAY.format(expiresAt.atZone(zone));
        if (!expiresAt.isAfter(now)) {
            return "It ended on " + day + ".";
        }
        Duration left = Duration.between(now, expiresAt);
        if (left.toHours() < 24) {
            return "It ends in " + Math.max(1, left.toHours()) + " h.";
        }
        if (left.toDays() >= SOON_DAYS) {
            return "It ends on " + day + ".";
        }
        return "It ends on " + day + ", in " + (left.toDays() == 1 ? "1 day." : left.toDays() + " days.");
    }

    static String kind(Connection.Kind kind) {
        return switch (kind) {
            case GITHUB -> "GitHub";
            case GITLAB -> "GitLab";
            case KUBERNETES -> "Kubernetes";
        };
    }

    static String safe(String name) {
        return SafeText.line(name, LONGEST);
    }

    private static String names(List<String> all) {
        return safe(String.join(", ", all));
    }
}
