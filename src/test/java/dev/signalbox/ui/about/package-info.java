/// Tests of the about box.
@NullMarked
package dev.signalbox.ui.about;

import org.jspecify.annotations.NullMarked;
