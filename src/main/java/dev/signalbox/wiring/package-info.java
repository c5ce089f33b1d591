/// Builds the object graph by constructors, starts and stops it in order. Sees everything; nobody sees it.
@NullMarked
package dev.signalbox.wiring;

import org.jspecify.annotations.NullMarked;
