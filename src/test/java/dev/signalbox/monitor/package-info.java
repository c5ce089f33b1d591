/// Tests of the loops that keep the state fresh.
@NullMarked
package dev.signalbox.monitor;

import org.jspecify.annotations.NullMarked;
