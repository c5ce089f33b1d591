/// Tests of the world behind the practice GitLab.
@NullMarked
package dev.signalbox.practice.gitlab.world;

import org.jspecify.annotations.NullMarked;
