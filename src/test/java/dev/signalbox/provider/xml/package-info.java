/// Tests of the XML door, with documents that reach out, swell and lie.
@NullMarked
package dev.signalbox.provider.xml;

import org.jspecify.annotations.NullMarked;
