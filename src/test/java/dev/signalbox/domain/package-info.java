/// Tests of readings, connections and problems.
@NullMarked
package dev.signalbox.domain;

import org.jspecify.annotations.NullMarked;
