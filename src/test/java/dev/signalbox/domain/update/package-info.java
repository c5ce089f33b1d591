/// Tests of the rules for versions of the console.
@NullMarked
package dev.signalbox.domain.update;

import org.jspecify.annotations.NullMarked;
