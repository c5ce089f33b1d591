/// Tests of the practice CI provider over real HTTP.
@NullMarked
package dev.signalbox.practice.github;

import org.jspecify.annotations.NullMarked;
