/// What people want, made into plans that are shown, checked, written down, sent, verified and taken back.
@NullMarked
package dev.signalbox.action;

import org.jspecify.annotations.NullMarked;
