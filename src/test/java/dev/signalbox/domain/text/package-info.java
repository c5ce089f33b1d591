/// Tests of text made safe.
@NullMarked
package dev.signalbox.domain.text;

import org.jspecify.annotations.NullMarked;
