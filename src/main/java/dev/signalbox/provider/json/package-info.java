/// What was sent as JSON, read without believing any of it. The door to the wire has checked its form and size already.
@NullMarked
package dev.signalbox.provider.json;

import org.jspecify.annotations.NullMarked;
