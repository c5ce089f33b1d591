package dev.signalbox.port;

import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamText;

/// The file in which a team describes its board, in a repository that it already has.
public interface TeamFile {

    /// Where it lies.
    TeamPlace place();

    /// The file as it stands now at the head of its branch. Blocks; bounded in time and bytes. Asks the repository each
    /// time, and fetches only what is new.
    TeamText newest() throws RemoteFailure;
}
