/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.settings;

import org.jspecify.annotations.NullMarked;
