/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.plan;

import org.jspecify.annotations.NullMarked;
