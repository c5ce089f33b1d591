/// Git repositories, read without a working copy: nothing is checked out, nothing in them is run or followed.
@NullMarked
package dev.signalbox.provider.git;

import org.jspecify.annotations.NullMarked;
