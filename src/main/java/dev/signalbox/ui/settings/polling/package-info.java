/// The page of settings that says how much of the providers' limits is used for what.
@NullMarked
package dev.signalbox.ui.settings.polling;

import org.jspecify.annotations.NullMarked;
