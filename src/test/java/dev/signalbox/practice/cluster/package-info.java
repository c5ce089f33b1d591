/// Tests of the practice cluster's controllers and of the whole over HTTP.
@NullMarked
package dev.signalbox.practice.cluster;

import org.jspecify.annotations.NullMarked;
