/// What every implementation of a port must do; run by the tests of each provider.
@NullMarked
package dev.signalbox.port;

import org.jspecify.annotations.NullMarked;
