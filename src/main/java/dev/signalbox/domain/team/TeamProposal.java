package dev.signalbox.domain.team;

import java.time.Instant;

/// A new text of the team file, to be looked through by others before it comes into force.
///
/// @param head full name of the commit that it was written on
/// @param text the whole file
/// @param title what it does, one line: the commit's subject and the request's title
/// @param description more words; may be empty
/// @param at when somebody wished it: the same wish makes the same commit, however often it is prepared
public record TeamProposal(String head, String text, String title, String description, Instant at) {

    /// The beginning of every branch that the console makes.
    public static final String BRANCHES = "signalbox/board-";

    private static final int SHORT = 8;

    /// The branch for a commit of it.
    ///
    /// @param commit full name of the commit, hexadecimal
    public static String branch(String commit) {
        return BRANCHES + commit.substring(0, Math.min(SHORT, commit.length()));
    }

    /// The commit's message.
    public String message() {
        return description.isBlank() ? title + "\n" : title + "\n\n" + description.strip() + "\n";
    }
}
