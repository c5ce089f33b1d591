/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.words;

import org.jspecify.annotations.NullMarked;
