package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import java.nio.file.Path;

/// What a console leads to.
sealed interface Way {

    /// What is set up in the settings folder; the welcome window while nothing is.
    record Own() implements Way {}

    /// The accounts and clusters that a file names.
    record Given(Path file) implements Way {}

    /// The embedded team.
    record Practise() implements Way {}

    /// One more account or cluster, beside what is set up.
    record Add(First first) implements Way {}

    /// With what somebody begins who adds something.
    enum First {
        ACCOUNT,
        CLUSTER
    }

    /// What is real when this is gone: practice leaves what was so before, and what is added is added to the own.
    default Way reality(Way before) {
        return switch (this) {
            case Practise practise -> before;
            case Add add -> new Own();
            case Own own -> own;
            case Given given -> given;
        };
    }

    /// The folders for it: practice never touches those of real accounts.
    default Folders folders(Folders real) {
        return this instanceof Practise ? real.forPractice() : real;
    }
}
