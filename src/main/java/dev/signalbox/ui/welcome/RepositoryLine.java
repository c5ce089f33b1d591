package dev.signalbox.ui.welcome;

import dev.signalbox.domain.ci.RepositoryId;

/// A repository that can be chosen.
///
/// @param name with its group, made safe to show
/// @param more what else is known of it; empty for nothing
record RepositoryLine(RepositoryId id, String name, String more, boolean chosen) {}
