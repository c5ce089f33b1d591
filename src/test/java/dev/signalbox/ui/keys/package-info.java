/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.keys;

import org.jspecify.annotations.NullMarked;
