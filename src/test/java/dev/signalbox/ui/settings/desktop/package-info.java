/// What the page about the desktop offers and says.
@NullMarked
package dev.signalbox.ui.settings.desktop;

import org.jspecify.annotations.NullMarked;
