/// Tests of the team file on the screen.
@NullMarked
package dev.signalbox.ui.team;

import org.jspecify.annotations.NullMarked;
