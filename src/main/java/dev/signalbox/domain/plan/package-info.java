/// What an action would do, shown before it runs, and what became of it.
@NullMarked
package dev.signalbox.domain.plan;

import org.jspecify.annotations.NullMarked;
