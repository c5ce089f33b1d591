/// The page of settings that says how the console looks.
@NullMarked
package dev.signalbox.ui.settings.appearance;

import org.jspecify.annotations.NullMarked;
