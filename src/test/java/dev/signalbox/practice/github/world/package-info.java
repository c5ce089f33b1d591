/// Tests of the practice world without any server.
@NullMarked
package dev.signalbox.practice.github.world;

import org.jspecify.annotations.NullMarked;
