/// The practice team: twelve services, their pipelines and clusters, and what happens to them.
@NullMarked
package dev.signalbox.practice.story;

import org.jspecify.annotations.NullMarked;
