/// Tests of the HTTP door against servers that fail.
@NullMarked
package dev.signalbox.provider.http;

import org.jspecify.annotations.NullMarked;
