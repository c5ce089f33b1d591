/// Tests of the vault's sheet.
@NullMarked
package dev.signalbox.ui.vault;

import org.jspecify.annotations.NullMarked;
