/// The icon in the tray, against a bus of the tests' own.
@NullMarked
package dev.signalbox.desktop.tray;

import org.jspecify.annotations.NullMarked;
