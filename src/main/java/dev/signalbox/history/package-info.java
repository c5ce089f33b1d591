/// The local database: what was done from this console, and which revisions were seen healthy.
@NullMarked
package dev.signalbox.history;

import org.jspecify.annotations.NullMarked;
