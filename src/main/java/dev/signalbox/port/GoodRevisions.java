package dev.signalbox.port;

import dev.signalbox.domain.cluster.GoodRevision;
import java.util.List;

/// Remembers which revisions were once healthy.
public interface GoodRevisions {

    /// Keeps what was seen; replaces an earlier sighting of the same revision.
    void keep(GoodRevision revision) throws JournalFailure;

    /// Everything remembered, newest first per workload.
    List<GoodRevision> all() throws JournalFailure;
}
