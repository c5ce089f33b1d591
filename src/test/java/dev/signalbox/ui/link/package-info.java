/// Links that are followed, kept waiting, or let go.
@NullMarked
package dev.signalbox.ui.link;

import org.jspecify.annotations.NullMarked;
