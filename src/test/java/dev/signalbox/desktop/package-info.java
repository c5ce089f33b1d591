/// Tests of what touches the operating system.
@NullMarked
package dev.signalbox.desktop;

import org.jspecify.annotations.NullMarked;
