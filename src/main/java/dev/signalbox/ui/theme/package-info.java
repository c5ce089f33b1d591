/// Fonts, colours and style classes, dark and light.
@NullMarked
package dev.signalbox.ui.theme;

import org.jspecify.annotations.NullMarked;
