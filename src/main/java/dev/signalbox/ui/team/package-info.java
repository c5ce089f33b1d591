/// The team file: a sign in the top bar and in a banner, and the sheet on which a change is looked at and answered.
@NullMarked
package dev.signalbox.ui.team;

import org.jspecify.annotations.NullMarked;
