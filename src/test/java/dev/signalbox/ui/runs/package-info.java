/// Tests of the runs screen.
@NullMarked
package dev.signalbox.ui.runs;

import org.jspecify.annotations.NullMarked;
