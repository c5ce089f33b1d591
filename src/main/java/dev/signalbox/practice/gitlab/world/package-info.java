/// The world behind the practice GitLab: projects, pipelines and deployments that move with the clock, no I/O.
@NullMarked
package dev.signalbox.practice.gitlab.world;

import org.jspecify.annotations.NullMarked;
