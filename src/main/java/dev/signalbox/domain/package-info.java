/// Pure records and rules that every other part speaks in.
@NullMarked
package dev.signalbox.domain;

import org.jspecify.annotations.NullMarked;
