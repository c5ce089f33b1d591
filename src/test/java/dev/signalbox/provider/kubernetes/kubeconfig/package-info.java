/// Tests of reading kubeconfig files.
@NullMarked
package dev.signalbox.provider.kubernetes.kubeconfig;

import org.jspecify.annotations.NullMarked;
