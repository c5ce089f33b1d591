/// Tests of the page about newer versions.
@NullMarked
package dev.signalbox.ui.settings.updates;

import org.jspecify.annotations.NullMarked;
