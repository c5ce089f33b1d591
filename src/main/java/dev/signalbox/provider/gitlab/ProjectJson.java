package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A project on the wire.
///
/// @param path with all its groups
/// @param access the higher of the account's levels in the project and in its group; 0 where none is told
/// @param ciConfigPath where its pipelines are described; empty or absent for the usual file
record ProjectJson(
        @Nullable Long id,
        @Nullable String path,
        @Nullable String defaultBranch,
        boolean archived,
        long access,
        @Nullable Instant lastActivityAt,
        @Nullable String ciConfigPath,
        @Nullable String webUrl) {

    static ProjectJson of(JsonFields project) {
        JsonFields permissions = project.object("permissions");
        return new ProjectJson(
                project.number("id"),
                project.text("path_with_namespace"),
                project.text("default_branch"),
                project.flag("archived"),
                Math.max(
                        permissions.object("project_access").number("access_level", 0),
                        permissions.object("group_access").number("access_level", 0)),
                project.time("last_activity_at"),
                project.text("ci_config_path"),
                project.text("web_url"));
    }
}
