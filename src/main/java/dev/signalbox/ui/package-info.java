/// The screens: what people see and what they press. Nothing here changes anything outside by itself.
@NullMarked
package dev.signalbox.ui;

import org.jspecify.annotations.NullMarked;
