/// Fakes, example values and servers that tests share.
@NullMarked
package dev.signalbox.testing;

import org.jspecify.annotations.NullMarked;
