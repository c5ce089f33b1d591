@NullMarked
package dev.signalbox.ui.settings.team;

import org.jspecify.annotations.NullMarked;
