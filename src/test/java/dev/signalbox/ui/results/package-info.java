/// Tests of what a run left behind.
@NullMarked
package dev.signalbox.ui.results;

import org.jspecify.annotations.NullMarked;
