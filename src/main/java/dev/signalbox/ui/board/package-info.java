/// The board: what is built, what runs where, and what waits for people.
@NullMarked
package dev.signalbox.ui.board;

import org.jspecify.annotations.NullMarked;
