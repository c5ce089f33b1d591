/// One viewer for every log: of a job, of a pod, of a whole workload.
@NullMarked
package dev.signalbox.ui.logs;

import org.jspecify.annotations.NullMarked;
