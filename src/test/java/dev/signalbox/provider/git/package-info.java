/// Tests of reading Git repositories, against a server in this process.
@NullMarked
package dev.signalbox.provider.git;

import org.jspecify.annotations.NullMarked;
