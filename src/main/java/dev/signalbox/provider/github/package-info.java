/// GitHub and GitHub Enterprise Server over their REST API, behind the ports.
@NullMarked
package dev.signalbox.provider.github;

import org.jspecify.annotations.NullMarked;
