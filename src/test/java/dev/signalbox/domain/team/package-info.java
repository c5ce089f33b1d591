/// Tests of the rules for the team file.
@NullMarked
package dev.signalbox.domain.team;

import org.jspecify.annotations.NullMarked;
