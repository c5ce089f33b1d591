/// Loops that keep the state fresh: what to read next, how often, within which budget.
@NullMarked
package dev.signalbox.monitor;

import org.jspecify.annotations.NullMarked;
