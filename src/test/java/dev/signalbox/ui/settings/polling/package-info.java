/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.settings.polling;

import org.jspecify.annotations.NullMarked;
