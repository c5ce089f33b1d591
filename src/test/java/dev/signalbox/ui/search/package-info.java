/// Tests of the search over kept logs.
@NullMarked
package dev.signalbox.ui.search;

import org.jspecify.annotations.NullMarked;
