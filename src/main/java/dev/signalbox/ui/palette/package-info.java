/// The command palette: one field to reach every service, run, commit and action.
@NullMarked
package dev.signalbox.ui.palette;

import org.jspecify.annotations.NullMarked;
