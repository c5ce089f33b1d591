/// Small nodes that every screen uses: lamps, pills, dots, keys. Status is never told by colour alone.
@NullMarked
package dev.signalbox.ui.widget;

import org.jspecify.annotations.NullMarked;
