/// The page of settings on which a report for whoever helps is looked at, and saved if it is wanted.
@NullMarked
package dev.signalbox.ui.settings.diagnostics;

import org.jspecify.annotations.NullMarked;
