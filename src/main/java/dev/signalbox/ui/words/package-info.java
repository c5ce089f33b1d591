/// Wording of times, numbers and problems, for all screens alike. Pure.
@NullMarked
package dev.signalbox.ui.words;

import org.jspecify.annotations.NullMarked;
