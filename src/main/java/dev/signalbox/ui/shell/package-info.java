/// The window around the screens: top bar, navigation, footer, keys.
@NullMarked
package dev.signalbox.ui.shell;

import org.jspecify.annotations.NullMarked;
