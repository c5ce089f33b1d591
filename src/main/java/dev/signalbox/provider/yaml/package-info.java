/// The one door to YAML: strict, bounded, with the line of every node.
@NullMarked
package dev.signalbox.provider.yaml;

import org.jspecify.annotations.NullMarked;
