/// A Git server over HTTP for the practice team: one repository in memory, served with JGit.
@NullMarked
package dev.signalbox.practice.git;

import org.jspecify.annotations.NullMarked;
