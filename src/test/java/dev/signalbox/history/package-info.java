/// Tests of the local database.
@NullMarked
package dev.signalbox.history;

import org.jspecify.annotations.NullMarked;
