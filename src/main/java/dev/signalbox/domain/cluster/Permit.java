package dev.signalbox.domain.cluster;

/// The answer of the access review.
///
/// @param reason why not, or what allows it; for the tooltip
public record Permit(boolean allowed, String reason) {}
