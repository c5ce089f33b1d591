/// Tests of the archive door, with archives that lie in every way known.
@NullMarked
package dev.signalbox.archive;

import org.jspecify.annotations.NullMarked;
