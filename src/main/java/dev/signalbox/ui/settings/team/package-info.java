/// The page of settings about the team file: which one is followed, and how another one is.
@NullMarked
package dev.signalbox.ui.settings.team;

import org.jspecify.annotations.NullMarked;
