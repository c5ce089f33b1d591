/// The confirmation sheet: what a plan would do, exactly, and what became of it.
@NullMarked
package dev.signalbox.ui.plan;

import org.jspecify.annotations.NullMarked;
