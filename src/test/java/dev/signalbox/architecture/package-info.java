/// The rules of the house as tests, each with a check that it can fail.
@NullMarked
package dev.signalbox.architecture;

import org.jspecify.annotations.NullMarked;
