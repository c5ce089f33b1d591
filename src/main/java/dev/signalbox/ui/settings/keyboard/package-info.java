/// The page of settings on which keys are chosen.
@NullMarked
package dev.signalbox.ui.settings.keyboard;

import org.jspecify.annotations.NullMarked;
