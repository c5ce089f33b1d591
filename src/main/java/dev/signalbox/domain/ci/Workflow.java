package dev.signalbox.domain.ci;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A workflow file of a repository.
///
/// @param number the provider's id
/// @param path file in the repository, such as `.github/workflows/ci.yml`
/// @param active whether it can be started
public record Workflow(
        RepositoryId repository, long number, String name, String path, boolean active, @Nullable URI page) {

    /// The last segment of the path: what a board file calls the workflow.
    public String file() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
