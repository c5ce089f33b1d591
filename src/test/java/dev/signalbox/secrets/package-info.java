/// Tests of the vault.
@NullMarked
package dev.signalbox.secrets;

import org.jspecify.annotations.NullMarked;
