/// Tests of the files that a user writes.
@NullMarked
package dev.signalbox.wiring.config;

import org.jspecify.annotations.NullMarked;
