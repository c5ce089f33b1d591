package dev.signalbox.ui.words;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Owners whose repositories could not be listed, in words. While the connection has a problem of its own, that one is
/// told alone: no list comes through it either.
public final class Unlisted {

    private Unlisted() {}

    /// What is wrong and what one can do about it, for each owner, by name.
    public static List<String> of(Connection connection, Instant now) {
        return told(connection)
                .sorted(Map.Entry.comparingByKey())
                .map(one -> words(one.getKey(), one.getValue(), now))
                .toList();
    }

    /// Whether there is something to say.
    public static boolean isAny(Connection connection) {
        return told(connection).findAny().isPresent();
    }

    private static Stream<Map.Entry<String, RemoteProblem>> told(Connection connection) {
        return connection.problem() != null
                ? Stream.empty()
                : connection.unlisted().entrySet().stream().filter(one -> isOfTheList(one.getValue()));
    }

    /// What befell the whole connection is over when that is well again; the list is only not read anew yet.
    private static boolean isOfTheList(RemoteProblem problem) {
        return switch (problem) {
            case RemoteProblem.Forbidden ignored -> true;
            case RemoteProblem.NotFound ignored -> true;
            case RemoteProblem.Conflict ignored -> true;
            case RemoteProblem.Rejected ignored -> true;
            case RemoteProblem.ServerFault ignored -> true;
            case RemoteProblem.Unreadable ignored -> true;
            case RemoteProblem.NotKept ignored -> true;
            case RemoteProblem.Unreachable ignored -> false;
            case RemoteProblem.Unauthorized ignored -> false;
            case RemoteProblem.NoCredential ignored -> false;
            case RemoteProblem.SignInEnded ignored -> false;
            case RemoteProblem.RateLimited ignored -> false;
        };
    }

    private static String words(String owner, RemoteProblem problem, Instant now) {
        String whose = owner.isEmpty() ? "The repositories" : "The repositories of " + SafeText.line(owner, 60);
        return whose + " cannot be listed. " + SafeText.line(Problems.sentence(problem, now), 300) + " "
                + advice(problem);
    }

    private static String advice(RemoteProblem problem) {
        return problem instanceof RemoteProblem.NotFound
                ? "Check the owner's name in the configuration, and whether the credential can see it."
                : Problems.advice(problem);
    }
}
