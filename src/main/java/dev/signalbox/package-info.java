/// The console's entry.
@NullMarked
package dev.signalbox;

import org.jspecify.annotations.NullMarked;
