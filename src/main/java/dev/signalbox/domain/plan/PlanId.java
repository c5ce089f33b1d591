package dev.signalbox.domain.plan;

/// Identity of one plan; also the key under which it is written down.
public record PlanId(String text) {}
