/// The one door to archives: a ZIP file is checked as a whole before a single byte of it is believed.
@NullMarked
package dev.signalbox.archive;

import org.jspecify.annotations.NullMarked;
