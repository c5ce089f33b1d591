/// Pictures and fixtures of the whole window.
@NullMarked
package dev.signalbox.ui;

import org.jspecify.annotations.NullMarked;
