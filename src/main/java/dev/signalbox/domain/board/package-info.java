/// The board: what the user described, what was discovered, and the rules for a cell and a signal.
@NullMarked
package dev.signalbox.domain.board;

import org.jspecify.annotations.NullMarked;
