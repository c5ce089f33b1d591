/// Results of tests as CI runs report them, and what they mean beside those of earlier runs.
@NullMarked
package dev.signalbox.domain.report;

import org.jspecify.annotations.NullMarked;
