/// Tests of the kept logs.
@NullMarked
package dev.signalbox.history.logs;

import org.jspecify.annotations.NullMarked;
