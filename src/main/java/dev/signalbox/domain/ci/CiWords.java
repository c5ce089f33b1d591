package dev.signalbox.domain.ci;

import dev.signalbox.domain.Connection;
import org.jspecify.annotations.Nullable;

/// What people at one CI provider call its things, for the places where the console's own words would mislead them.
/// Everywhere else the console speaks its own language: its screen is called Runs, whoever runs them.
///
/// @param provider its own name, to follow “on”
/// @param run what is started, watched and stopped
/// @param workflow what a run is one of; absent where a repository has only one and it has no name
/// @param request what a change comes with
/// @param requestMark what is put before the number of a request
/// @param attempts whether running something again makes a numbered attempt that people speak of
/// @param notByHand why nobody may start it by hand, as the end of a sentence about its file
/// @param byHand what has to be done so that people may
public record CiWords(
        String provider,
        String run,
        @Nullable String workflow,
        String request,
        String requestMark,
        boolean attempts,
        String notByHand,
        String byHand) {

    /// The console's own, for a connection of which nothing is known.
    public static final CiWords OURS = new CiWords(
            "the web", "run", "workflow", "pull request", "#", true, "its file does not say that people may start it",
            "Choose another branch, or change its file.");

    private static final CiWords GITHUB = new CiWords(
            "GitHub", "run", "workflow", "pull request", "#", true, "its file has no workflow_dispatch",
            "Choose another workflow or branch, or add workflow_dispatch to its file.");

    private static final CiWords GITLAB = new CiWords(
            "GitLab", "pipeline", null, "merge request", "!", false, "no file describes pipelines",
            "Choose another branch or tag, or add .gitlab-ci.yml to this one.");

    /// Those of the provider behind a kind of connection.
    public static CiWords of(Connection.Kind kind) {
        return switch (kind) {
            case GITHUB -> GITHUB;
            case GITLAB -> GITLAB;
            case KUBERNETES -> OURS;
        };
    }

    /// `Run`, at the beginning of a sentence.
    public String runFirst() {
        return first(run);
    }

    /// `Pull request`, at the beginning of a sentence.
    public String requestFirst() {
        return first(request);
    }

    /// What is started, as the object of a sentence: `CI`, or `a pipeline` where it has no name of its own.
    public String started(String workflowName) {
        return workflow == null ? "a " + run : workflowName;
    }

    /// `run of CI`, or `pipeline` where it has no name of its own.
    public String runOf(String workflowName) {
        return workflow == null ? run : run + " of " + workflowName;
    }

    /// What has a file and asks for inputs: the `workflow`, or the `pipeline` where there are no workflows.
    public String asking() {
        return workflow == null ? run : workflow;
    }

    /// `attempt 2 of commit 0a1b2c3`, or `commit 0a1b2c3` where people know no attempts.
    public String attemptOf(int attempt, String commit) {
        return (attempts ? "attempt " + attempt + " of " : "") + "commit " + commit;
    }

    /// Words about an attempt to be put behind others; nothing where people know no attempts.
    ///
    /// @param before what separates them
    public String attempt(String before, int attempt) {
        return attempts ? before + "attempt " + attempt : "";
    }

    private static String first(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
