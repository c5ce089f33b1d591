/// Tests of the first window.
@NullMarked
package dev.signalbox.ui.welcome;

import org.jspecify.annotations.NullMarked;
