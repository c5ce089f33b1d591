package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.RepositoryId;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which names a project's file declared as inputs at a ref, and of which types, when it was read last: what a person
/// enters is text, but GitLab wants an input of a type as JSON of that type. What was not declared is a variable.
final class GitLabDeclared {

    private static final int REMEMBERED = 500;

    private record At(RepositoryId repository, String ref) {}

    private final Map<At, Map<String, String>> types = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<At, Map<String, String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void learn(RepositoryId repository, String ref, Map<String, String> declared) {
        types.put(new At(repository, ref), Map.copyOf(declared));
    }

    /// Types by names of inputs.
    synchronized Map<String, String> of(RepositoryId repository, String ref) {
        return types.getOrDefault(new At(repository, ref), Map.of());
    }
}
