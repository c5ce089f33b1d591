/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.settings.configured;

import org.jspecify.annotations.NullMarked;
