/// Kept logs: compressed in a file of their own, with an index of every three letters that follow each other.
@NullMarked
package dev.signalbox.history.logs;

import org.jspecify.annotations.NullMarked;
