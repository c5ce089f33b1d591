package dev.signalbox.wiring;

import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Freezes;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Freezes that the CI provider knows, and those of the board. A provider that does not answer takes the board's along:
/// then it is said that a freeze is not known, which is true.
///
/// @param board freezes of the board that is in force
record BoardFreezes(Freezes provider, Supplier<List<Freeze>> board) implements Freezes {

    @Override
    public List<Freeze> of(RepositoryId repository) throws RemoteFailure {
        List<Freeze> known = provider.of(repository);
        List<Freeze> ours = board.get();
        return ours.isEmpty() ? known : Stream.concat(known.stream(), ours.stream()).toList();
    }
}
