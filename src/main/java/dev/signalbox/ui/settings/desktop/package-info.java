/// The page of the settings about the desktop around the console.
@NullMarked
package dev.signalbox.ui.settings.desktop;

import org.jspecify.annotations.NullMarked;
