/// What an action is: intent, plan, exact requests, outcome, record. Data only; `action` makes and runs plans.
@NullMarked
package dev.signalbox.domain.plan;

import org.jspecify.annotations.NullMarked;
