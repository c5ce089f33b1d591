/// The page of settings about tokens on this machine, and the sheet on which everything is forgotten.
@NullMarked
package dev.signalbox.ui.settings.secrets;

import org.jspecify.annotations.NullMarked;
