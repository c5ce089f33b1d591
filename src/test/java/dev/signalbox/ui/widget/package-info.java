/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.widget;

import org.jspecify.annotations.NullMarked;
