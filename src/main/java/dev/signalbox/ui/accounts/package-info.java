/// The pages of settings that say which accounts and clusters are connected, what they may do, and how they stand.
@NullMarked
package dev.signalbox.ui.accounts;

import org.jspecify.annotations.NullMarked;
