/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.settings.appearance;

import org.jspecify.annotations.NullMarked;
