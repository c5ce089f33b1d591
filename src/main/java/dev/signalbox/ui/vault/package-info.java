/// The vault over the window: what it waits for, what is wrong with it, and where a passphrase or a token is typed.
@NullMarked
package dev.signalbox.ui.vault;

import org.jspecify.annotations.NullMarked;
