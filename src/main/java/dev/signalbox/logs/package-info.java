/// Log files on disk, however large and however hostile: an index of their lines, single lines made safe, search.
@NullMarked
package dev.signalbox.logs;

import org.jspecify.annotations.NullMarked;
