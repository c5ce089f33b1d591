/// The small interfaces the console needs from outside, in domain words.
@NullMarked
package dev.signalbox.port;

import org.jspecify.annotations.NullMarked;
