/// Follows links that people send to each other, and makes them.
@NullMarked
package dev.signalbox.ui.link;

import org.jspecify.annotations.NullMarked;
