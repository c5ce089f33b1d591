/// Asks a project's page of releases for the newest version, without any credential.
@NullMarked
package dev.signalbox.provider.updates;

import org.jspecify.annotations.NullMarked;
