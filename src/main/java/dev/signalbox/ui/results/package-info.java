/// What a run left behind, as parts of the run's screen: tests that failed, and artifacts to be saved.
@NullMarked
package dev.signalbox.ui.results;

import org.jspecify.annotations.NullMarked;
