/// Tests of the practice cluster's objects.
@NullMarked
package dev.signalbox.practice.cluster.objects;

import org.jspecify.annotations.NullMarked;
