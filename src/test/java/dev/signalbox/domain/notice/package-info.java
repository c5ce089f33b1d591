/// Which changes are told, how often, and when not.
@NullMarked
package dev.signalbox.domain.notice;

import org.jspecify.annotations.NullMarked;
