/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.activity;

import org.jspecify.annotations.NullMarked;
