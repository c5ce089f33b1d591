/// Tests of the state, its changes and its store.
@NullMarked
package dev.signalbox.state;

import org.jspecify.annotations.NullMarked;
