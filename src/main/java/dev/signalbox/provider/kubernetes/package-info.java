/// Kubernetes: watches workloads, reads single ones, composes and sends the exact requests that change them. Fabric8 is
/// used for its HTTP layer only; objects stay raw JSON so that no field that we do not know is lost.
@NullMarked
package dev.signalbox.provider.kubernetes;

import org.jspecify.annotations.NullMarked;
