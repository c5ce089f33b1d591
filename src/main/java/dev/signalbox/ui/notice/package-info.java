/// Notices in words, and the page of the settings that says what is told.
@NullMarked
package dev.signalbox.ui.notice;

import org.jspecify.annotations.NullMarked;
