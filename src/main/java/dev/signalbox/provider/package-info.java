/// Doors to the outside; each library lives in exactly one of the packages below.
@NullMarked
package dev.signalbox.provider;

import org.jspecify.annotations.NullMarked;
