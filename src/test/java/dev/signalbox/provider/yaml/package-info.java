/// Tests of the one way to read YAML.
@NullMarked
package dev.signalbox.provider.yaml;

import org.jspecify.annotations.NullMarked;
