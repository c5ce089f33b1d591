/// Tests of logs on disk.
@NullMarked
package dev.signalbox.logs;

import org.jspecify.annotations.NullMarked;
