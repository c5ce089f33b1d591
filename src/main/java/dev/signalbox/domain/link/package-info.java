/// Links to places in the console that people send to each other: `signalbox://…`.
@NullMarked
package dev.signalbox.domain.link;

import org.jspecify.annotations.NullMarked;
