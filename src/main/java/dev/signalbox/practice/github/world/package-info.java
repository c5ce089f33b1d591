/// The world behind the practice CI provider: repositories, runs and deployments that move with the clock, no I/O.
@NullMarked
package dev.signalbox.practice.github.world;

import org.jspecify.annotations.NullMarked;
