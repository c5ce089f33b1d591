/// The console's icon in the tray of the desktop.
@NullMarked
package dev.signalbox.desktop.tray;

import org.jspecify.annotations.NullMarked;
