/// Tests of the editor.
@NullMarked
package dev.signalbox.ui.editor;

import org.jspecify.annotations.NullMarked;
