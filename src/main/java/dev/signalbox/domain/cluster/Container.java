package dev.signalbox.domain.cluster;

/// A container of a pod template.
public record Container(String name, ImageRef image) {}
