package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A repository on the wire.
///
/// @param isPrivate whether only some may see it
/// @param permissions what the account may do; absent in answers to nobody in particular
record RepositoryJson(
        @Nullable Long id,
        @Nullable String fullName,
        @Nullable String defaultBranch,
        boolean isPrivate,
        boolean archived,
        boolean disabled,
        @Nullable PermissionsJson permissions,
        @Nullable Instant pushedAt,
        @Nullable String htmlUrl) {

    static RepositoryJson of(JsonFields repository) {
        return new RepositoryJson(
                repository.number("id"),
                repository.text("full_name"),
                repository.text("default_branch"),
                repository.flag("private"),
                repository.flag("archived"),
                repository.flag("disabled"),
                repository.has("permissions") ? PermissionsJson.of(repository.object("permissions")) : null,
                repository.time("pushed_at"),
                repository.text("html_url"));
    }

    /// Rights on a repository.
    record PermissionsJson(boolean admin, boolean maintain, boolean push, boolean triage, boolean pull) {

        static PermissionsJson of(JsonFields rights) {
            return new PermissionsJson(
                    rights.flag("admin"),
                    rights.flag("maintain"),
                    rights.flag("push"),
                    rights.flag("triage"),
                    rights.flag("pull"));
        }
    }
}
