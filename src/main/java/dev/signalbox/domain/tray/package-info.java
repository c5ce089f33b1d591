/// What the console shows in the tray of a desktop, in words that nobody there can misread.
@NullMarked
package dev.signalbox.domain.tray;

import org.jspecify.annotations.NullMarked;
