/// Tests of requests as text.
@NullMarked
package dev.signalbox.provider.shell;

import org.jspecify.annotations.NullMarked;
