/// Tests of the board.
@NullMarked
package dev.signalbox.ui.board;

import org.jspecify.annotations.NullMarked;
