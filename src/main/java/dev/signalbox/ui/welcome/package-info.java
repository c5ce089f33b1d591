/// The first window: practise, or be led step by step from an account to the board.
@NullMarked
package dev.signalbox.ui.welcome;

import org.jspecify.annotations.NullMarked;
