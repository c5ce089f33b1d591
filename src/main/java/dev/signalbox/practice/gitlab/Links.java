package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.gitlab.world.Project;

/// The addresses that answers carry.
///
/// @param root the server as the caller wrote it, without a slash at the end
record Links(String root) {

    String api() {
        return root + Front.BASE;
    }

    String page(Project project, String rest) {
        return root + "/" + project.path() + rest;
    }
}
