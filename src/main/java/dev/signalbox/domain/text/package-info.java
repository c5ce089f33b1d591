/// Remote text made safe to show: nothing from outside may change what another character means.
@NullMarked
package dev.signalbox.domain.text;

import org.jspecify.annotations.NullMarked;
