/// The activity screen: actions in flight and done, as the journal has them.
@NullMarked
package dev.signalbox.ui.activity;

import org.jspecify.annotations.NullMarked;
