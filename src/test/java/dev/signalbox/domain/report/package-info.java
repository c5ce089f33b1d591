/// Tests of what test results mean.
@NullMarked
package dev.signalbox.domain.report;

import org.jspecify.annotations.NullMarked;
