/// The team file: whose commit is in force, which one waits for a yes, and what counts as weaker protection.
@NullMarked
package dev.signalbox.domain.team;

import org.jspecify.annotations.NullMarked;
