/// Pages for what stands in the configuration file: the past that is kept, and how servers are reached.
@NullMarked
package dev.signalbox.ui.settings.configured;

import org.jspecify.annotations.NullMarked;
