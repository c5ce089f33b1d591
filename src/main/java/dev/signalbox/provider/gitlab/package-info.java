/// GitLab.com and self-managed GitLab over REST v4, behind the ports.
@NullMarked
package dev.signalbox.provider.gitlab;

import org.jspecify.annotations.NullMarked;
