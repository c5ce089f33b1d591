/// What the tray of the desktop says of the console.
@NullMarked
package dev.signalbox.ui.tray;

import org.jspecify.annotations.NullMarked;
