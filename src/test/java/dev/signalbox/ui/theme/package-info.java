/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.theme;

import org.jspecify.annotations.NullMarked;
