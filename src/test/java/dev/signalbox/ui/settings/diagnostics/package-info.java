/// Tests of the page of diagnostics.
@NullMarked
package dev.signalbox.ui.settings.diagnostics;

import org.jspecify.annotations.NullMarked;
