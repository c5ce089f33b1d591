/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.bridge;

import org.jspecify.annotations.NullMarked;
