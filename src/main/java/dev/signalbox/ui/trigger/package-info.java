/// Starting a workflow by hand: which one, where, with which inputs.
@NullMarked
package dev.signalbox.ui.trigger;

import org.jspecify.annotations.NullMarked;
