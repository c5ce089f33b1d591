package dev.signalbox.domain.plan;

/// Identity of a plan that is being prepared or shown on one screen.
public record DraftId(String text) {}
