/// The approvals screen: what waits for people, what would change, and the decision.
@NullMarked
package dev.signalbox.ui.approvals;

import org.jspecify.annotations.NullMarked;
