/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.shell;

import org.jspecify.annotations.NullMarked;
