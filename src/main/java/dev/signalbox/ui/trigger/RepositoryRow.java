package dev.signalbox.ui.trigger;

import dev.signalbox.domain.ci.RepositoryId;

/// A repository that can be chosen.
///
/// @param words the service's name where one is built from it, and the repository
record RepositoryRow(RepositoryId id, String words, String branch) {

    @Override
    public String toString() {
        return words;
    }
}
