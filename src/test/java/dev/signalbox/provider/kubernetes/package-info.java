/// Tests of the Kubernetes provider.
@NullMarked
package dev.signalbox.provider.kubernetes;

import org.jspecify.annotations.NullMarked;
