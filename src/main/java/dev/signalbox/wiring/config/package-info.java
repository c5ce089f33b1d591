/// The files that a user writes: which accounts and clusters, and the board.
@NullMarked
package dev.signalbox.wiring.config;

import org.jspecify.annotations.NullMarked;
