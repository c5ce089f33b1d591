/// The practice CI provider: a GitHub REST API server on loopback over a scripted world.
@NullMarked
package dev.signalbox.practice.github;

import org.jspecify.annotations.NullMarked;
