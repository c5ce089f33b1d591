/// Tests of the log viewer.
@NullMarked
package dev.signalbox.ui.logs;

import org.jspecify.annotations.NullMarked;
