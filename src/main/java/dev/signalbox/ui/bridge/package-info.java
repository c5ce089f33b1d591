/// The one door from the program's threads to the screen's thread.
@NullMarked
package dev.signalbox.ui.bridge;

import org.jspecify.annotations.NullMarked;
