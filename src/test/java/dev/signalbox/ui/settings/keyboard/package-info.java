/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.settings.keyboard;

import org.jspecify.annotations.NullMarked;
