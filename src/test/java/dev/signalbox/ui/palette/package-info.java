/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.palette;

import org.jspecify.annotations.NullMarked;
