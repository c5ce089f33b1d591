/// What is known: one immutable state, the changes to it, the pure rule that applies them, and the store that holds it.
@NullMarked
package dev.signalbox.state;

import org.jspecify.annotations.NullMarked;
