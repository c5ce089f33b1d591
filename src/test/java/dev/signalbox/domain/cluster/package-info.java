/// Tests of the cluster's rules.
@NullMarked
package dev.signalbox.domain.cluster;

import org.jspecify.annotations.NullMarked;
