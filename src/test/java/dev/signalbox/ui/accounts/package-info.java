/// Tests of the pages about accounts and clusters.
@NullMarked
package dev.signalbox.ui.accounts;

import org.jspecify.annotations.NullMarked;
