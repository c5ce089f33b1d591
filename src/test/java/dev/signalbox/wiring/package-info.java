/// Tests of how the console is put together.
@NullMarked
package dev.signalbox.wiring;

import org.jspecify.annotations.NullMarked;
