/// Tests of what is read from JSON.
@NullMarked
package dev.signalbox.provider.json;

import org.jspecify.annotations.NullMarked;
