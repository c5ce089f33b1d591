/// A practice cluster: a small Kubernetes API server on loopback with the controllers that make rollouts move. It knows
/// nothing of the console; the console, `kubectl` and any other client reach it over HTTP only.
@NullMarked
package dev.signalbox.practice.cluster;

import org.jspecify.annotations.NullMarked;
