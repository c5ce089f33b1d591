/// Tests of plans and their records.
@NullMarked
package dev.signalbox.domain.plan;

import org.jspecify.annotations.NullMarked;
