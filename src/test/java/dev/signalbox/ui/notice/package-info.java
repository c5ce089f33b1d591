/// Notices in words, and what is chosen about them.
@NullMarked
package dev.signalbox.ui.notice;

import org.jspecify.annotations.NullMarked;
