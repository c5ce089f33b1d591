/// Tests of the GitHub provider against the published schema, recorded traffic and hostile answers.
@NullMarked
package dev.signalbox.provider.github;

import org.jspecify.annotations.NullMarked;
