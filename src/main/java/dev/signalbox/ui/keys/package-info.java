/// The keys of the console: one table of commands by name, and which keys each of them has now.
@NullMarked
package dev.signalbox.ui.keys;

import org.jspecify.annotations.NullMarked;
