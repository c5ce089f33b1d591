/// What the tray says, checked as a function of the state.
@NullMarked
package dev.signalbox.ui.tray;

import org.jspecify.annotations.NullMarked;
