/// Tests of the board's rules.
@NullMarked
package dev.signalbox.domain.board;

import org.jspecify.annotations.NullMarked;
