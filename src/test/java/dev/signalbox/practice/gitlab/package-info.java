/// Tests of the practice GitLab over HTTP.
@NullMarked
package dev.signalbox.practice.gitlab;

import org.jspecify.annotations.NullMarked;
