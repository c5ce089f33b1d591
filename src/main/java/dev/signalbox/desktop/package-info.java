/// The operating system: folders, display, browser, files of our own.
@NullMarked
package dev.signalbox.desktop;

import org.jspecify.annotations.NullMarked;
