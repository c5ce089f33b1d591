/// Links: which are read, and that no other text is.
@NullMarked
package dev.signalbox.domain.link;

import org.jspecify.annotations.NullMarked;
