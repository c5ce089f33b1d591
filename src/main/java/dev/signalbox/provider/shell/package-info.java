/// Requests as text that a person reads before they are sent, and may paste into a POSIX shell.
@NullMarked
package dev.signalbox.provider.shell;

import org.jspecify.annotations.NullMarked;
