/// Tests of the form that starts a workflow.
@NullMarked
package dev.signalbox.ui.trigger;

import org.jspecify.annotations.NullMarked;
