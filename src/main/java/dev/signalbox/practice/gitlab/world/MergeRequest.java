package dev.signalbox.practice.gitlab.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A merge request. Merged ones are where the commits of the branch come from.
///
/// @param sha the commit that it brought or would bring
/// @param mergedAt null while it is open
public record MergeRequest(
        long id, long iid, String title, Member author, String sourceBranch, String sha, Instant createdAt,
        @Nullable Instant mergedAt) {

    /// The ref of its pipelines.
    public String ref() {
        return "refs/merge-requests/" + iid + "/head";
    }

    /// The state on the wire.
    public String state() {
        return mergedAt == null ? "opened" : "merged";
    }
}
