/// Tests of the package of the same name.
@NullMarked
package dev.signalbox.ui.approvals;

import org.jspecify.annotations.NullMarked;
