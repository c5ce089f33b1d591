package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// One change of one object, in the order in which the whole cluster changed.
///
/// @param previous absent when the object was created
/// @param object the new state; for a deletion the last state, carrying the version of the deletion
public record StoredChange(long version, ObjectKey key, @Nullable ObjectNode previous, ObjectNode object,
        Kind changed) {

    /// What happened to the object.
    public enum Kind {
        CREATED, UPDATED, DELETED
    }
}
