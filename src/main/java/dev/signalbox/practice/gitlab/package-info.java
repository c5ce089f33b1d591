/// A CI provider to practise on that speaks GitLab's REST API v4.
@NullMarked
package dev.signalbox.practice.gitlab;

import org.jspecify.annotations.NullMarked;
