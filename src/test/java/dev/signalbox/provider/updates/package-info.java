/// Tests of what is asked for the newest version.
@NullMarked
package dev.signalbox.provider.updates;

import org.jspecify.annotations.NullMarked;
