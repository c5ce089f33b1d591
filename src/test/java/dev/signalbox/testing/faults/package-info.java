/// A server in this JVM that fails in every way in which networks and servers fail.
@NullMarked
package dev.signalbox.testing.faults;

import org.jspecify.annotations.NullMarked;
