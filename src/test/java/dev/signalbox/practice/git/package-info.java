/// Tests of the practice repository.
@NullMarked
package dev.signalbox.practice.git;

import org.jspecify.annotations.NullMarked;
