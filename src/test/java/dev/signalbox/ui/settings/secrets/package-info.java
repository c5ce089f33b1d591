/// Tests of the page about tokens, and of forgetting everything.
@NullMarked
package dev.signalbox.ui.settings.secrets;

import org.jspecify.annotations.NullMarked;
