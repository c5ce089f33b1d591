package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.RepositoryId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is to be remembered of projects when they are asked about: their numbers, where their
/// pipelines are described, what the account may do.
///
/// A path in an address is one segment with encoded slashes, which some front ends decode and then find nothing; a number
/// always works.
final class GitLabProjects {

    private record Known(long number, String ciFile, long access) {}

    private final Map<RepositoryId, Known> known = new ConcurrentHashMap<>();

    void learn(RepositoryId repository, ProjectJson project) {
        Long number = project.id();
        String path = project.ciConfigPath();
        if (number != null) {
            known.put(repository,
                    new Known(number, path == null || path.isBlank() ? GitLabMapping.FILE : path, project.access()));
        }
    }

    /// What stands for the project in an address.
    String segment(RepositoryId repository) {
        Known project = known.get(repository);
        return project == null ? repository.fullName() : String.valueOf(project.number());
    }

    /// The account's level in the project; 0 where it is not known.
    long access(RepositoryId repository) {
        Known project = known.get(repository);
        return project == null ? 0 : project.access();
    }

    /// The file in which its pipelines are described; an address or `file@project` where it lies elsewhere.
    String ciFile(RepositoryId repository) {
        Known project = known.get(repository);
        return project == null ? GitLabMapping.FILE : project.ciFile();
    }
}
