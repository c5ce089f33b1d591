/// Tests of what the practice servers do alike.
@NullMarked
package dev.signalbox.practice.http;

import org.jspecify.annotations.NullMarked;
