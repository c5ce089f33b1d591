/// The runs screen: all runs in a list, one run with its jobs on the clock, steps and log.
@NullMarked
package dev.signalbox.ui.runs;

import org.jspecify.annotations.NullMarked;
