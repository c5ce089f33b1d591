/// Tests of the practice team's story.
@NullMarked
package dev.signalbox.practice.story;

import org.jspecify.annotations.NullMarked;
