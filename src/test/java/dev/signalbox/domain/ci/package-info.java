/// Tests of what a CI provider tells.
@NullMarked
package dev.signalbox.domain.ci;

import org.jspecify.annotations.NullMarked;
