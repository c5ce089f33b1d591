/// Tests of plans and of running them, against a world in memory that breaks where it is told to.
@NullMarked
package dev.signalbox.action;

import org.jspecify.annotations.NullMarked;
