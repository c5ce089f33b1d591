/// Tests of what somebody is asked when the console is connected.
@NullMarked
package dev.signalbox.domain.setup;

import org.jspecify.annotations.NullMarked;
