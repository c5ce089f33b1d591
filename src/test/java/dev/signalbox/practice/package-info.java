/// Tests of what the practice servers share.
@NullMarked
package dev.signalbox.practice;

import org.jspecify.annotations.NullMarked;
