/// Tests of the practice cluster's server.
@NullMarked
package dev.signalbox.practice.cluster.server;

import org.jspecify.annotations.NullMarked;
