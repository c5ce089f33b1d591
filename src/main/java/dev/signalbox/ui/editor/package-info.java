/// The editor of the board's file, over the window: the team's, of which it proposes a change, or this machine's own.
@NullMarked
package dev.signalbox.ui.editor;

import org.jspecify.annotations.NullMarked;
