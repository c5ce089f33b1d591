/// The HTTP side of the practice cluster: discovery, reads, watches, writes, reviews, and who may do what.
@NullMarked
package dev.signalbox.practice.cluster.server;

import org.jspecify.annotations.NullMarked;
