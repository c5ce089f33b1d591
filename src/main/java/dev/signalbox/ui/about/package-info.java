/// The about box: which version this is, on what it runs, and what others wrote of it.
@NullMarked
package dev.signalbox.ui.about;

import org.jspecify.annotations.NullMarked;
