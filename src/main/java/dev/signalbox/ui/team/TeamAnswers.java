package dev.signalbox.ui.team;

/// What a person answers about a commit of the team file. Both calls return at once; what comes of them is in the state.
public interface TeamAnswers {

    /// Yes: it may come into force.
    ///
    /// @param commit full name of the commit that was looked at
    void accept(String commit);

    /// No: what is in force stays.
    ///
    /// @param commit full name of the commit that was looked at
    void keepOld(String commit);
}
