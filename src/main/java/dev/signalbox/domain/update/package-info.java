/// Versions of the console itself: which one is newer, and what was heard of the newest.
@NullMarked
package dev.signalbox.domain.update;

import org.jspecify.annotations.NullMarked;
