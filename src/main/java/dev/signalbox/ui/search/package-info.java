/// Search over everything that is kept on this machine, from the command palette.
@NullMarked
package dev.signalbox.ui.search;

import org.jspecify.annotations.NullMarked;
