/// The page of the settings about newer versions of the console.
@NullMarked
package dev.signalbox.ui.settings.updates;

import org.jspecify.annotations.NullMarked;
