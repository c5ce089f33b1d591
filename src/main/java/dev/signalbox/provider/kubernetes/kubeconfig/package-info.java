/// Reads kubeconfig files. Reading never runs a program, never opens a connection and never fails as a whole: a context
/// that cannot be used carries the sentence that says why.
@NullMarked
package dev.signalbox.provider.kubernetes.kubeconfig;

import org.jspecify.annotations.NullMarked;
