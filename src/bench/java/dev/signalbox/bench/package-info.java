/// Measurements with limits, run by `mvn -q -Pbench verify`. They are compiled with every build, so that they cannot
/// rot, and run only in that profile.
@NullMarked
package dev.signalbox.bench;

import org.jspecify.annotations.NullMarked;
