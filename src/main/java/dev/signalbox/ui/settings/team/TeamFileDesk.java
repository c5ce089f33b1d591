package dev.signalbox.ui.settings.team;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.team.TeamStanding;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Which team file is followed, and how that is changed. What is changed counts when the console has started again. On
/// the screen's thread; answers come there too.
public interface TeamFileDesk {

    /// Why nothing can be changed here, in a sentence or two; empty when it can.
    String fixed();

    /// What is followed by the configuration; absent where it names nothing.
    Optional<Followed> followed();

    /// How the team file stands now.
    TeamStanding standing();

    /// Tells how it stands whenever that changes.
    ///
    /// @return ends it; after that it may be told once more
    Runnable watch(Consumer<TeamStanding> told);

    /// The board file that this console wrote, which lies on top of the team's and can be left out; absent where there is
    /// none, or somebody has put another in its place.
    Optional<Path> ownBoard();

    /// What becomes of it when nobody says otherwise.
    OwnBoard preset();

    /// Whether a board file of this machine stands in until one of the team's is in force.
    boolean standsIn();

    /// Whether a repository is reached with the keys of the person who sits here, so that no token is used.
    boolean takesKeys(String repository);

    /// Whether a token is kept that counts for a repository.
    boolean hasToken(String repository);

    /// Reads the file once, as it would be followed. Nothing is changed by that.
    void attempt(Wanted wanted, Consumer<Attempt> told);

    /// Reads the file once. When that went well, where it lies is kept, a typed token goes into the vault, and the
    /// console starts again. So it does where the branch has no such file yet and this machine has a board to begin with.
    /// A board that is left out stands in for the team's until one of that is in force.
    ///
    /// @param failed told a sentence when nothing was changed
    void follow(Wanted wanted, Consumer<String> failed);

    /// Follows no team file any more, and starts again.
    ///
    /// @param failed told a sentence when it could not be done
    void stop(Consumer<String> failed);

    /// A file that somebody wants to follow.
    ///
    /// @param repository address, as it was typed
    /// @param branch the branch that is followed
    /// @param path of the file in the repository
    /// @param token blank for the one that there is, or for none
    /// @param board what becomes of this machine's own board, where there is one
    record Wanted(String repository, String branch, String path, HiddenText token, OwnBoard board) {}

    /// What becomes of this machine's own board file.
    enum OwnBoard {
        /// What it describes replaces the team's of the same name.
        ON_TOP,
        /// It stays on the disk, and is not read.
        LEFT_OUT
    }

    /// What is followed.
    ///
    /// @param token where its token comes from, in a sentence
    /// @param parting what it means to stop following it, in sentences
    record Followed(String repository, String branch, String path, String token, String parting) {}

    /// What came of reading it once.
    sealed interface Attempt {

        /// It was read.
        ///
        /// @param words what was found, in a sentence
        record Read(String words) implements Attempt {}

        /// The branch is there, and has no such file yet.
        ///
        /// @param words that, and what it means to follow it all the same, in sentences
        record Missing(String words) implements Attempt {}

        /// It was not.
        ///
        /// @param why in a sentence
        record Failed(String why) implements Attempt {}
    }
}
