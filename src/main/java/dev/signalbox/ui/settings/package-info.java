/// The screen of settings: pages on the left, a search over all of them. Every page is made by whoever owns what it sets.
@NullMarked
package dev.signalbox.ui.settings;

import org.jspecify.annotations.NullMarked;
