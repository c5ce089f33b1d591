package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GitLabProjectsTest {

    private final GitLabProjects projects = new GitLabProjects();

    @Test
    void aProjectThatWasNeverReadIsCalledByItsPath() {
        assertThat(projects.segment(REPOSITORY)).isEqualTo("octo-org/platform/octo-repo");
        assertThat(projects.ciFile(REPOSITORY)).isEqualTo(".gitlab-ci.yml");
        assertThat(projects.access(REPOSITORY)).isZero();
    }

    @Test
    void aProjectThatWasReadIsCalledByItsNumber() {
        projects.learn(REPOSITORY, project(9_007_199_254_740_993L, "ci/all.yml", 30));
        assertThat(projects.segment(REPOSITORY)).isEqualTo("9007199254740993");
        assertThat(projects.ciFile(REPOSITORY)).isEqualTo("ci/all.yml");
        assertThat(projects.access(REPOSITORY)).isEqualTo(30);
    }

    @Test
    void anEmptyPathMeansTheUsualFile() {
        projects.learn(REPOSITORY, project(1L, " ", 0));
        assertThat(projects.ciFile(REPOSITORY)).isEqualTo(".gitlab-ci.yml");
    }

    @Test
    void whatIsNoProjectTeachesNothing() {
        projects.learn(REPOSITORY, project(null, "ci.yml", 50));
        assertThat(projects.segment(REPOSITORY)).isEqualTo("octo-org/platform/octo-repo");
    }

    @Test
    void theNewestReadingHolds() {
        projects.learn(REPOSITORY, project(1L, null, 20));
        projects.learn(REPOSITORY, project(2L, null, 40));
        assertThat(projects.segment(REPOSITORY)).isEqualTo("2");
        assertThat(projects.access(REPOSITORY)).isEqualTo(40);
    }

    @Test
    void declaredInputsAreRememberedByRefAndNotForEver() {
        GitLabDeclared declared = new GitLabDeclared();
        declared.learn(REPOSITORY, "main", Map.of("a", "number"));
        assertThat(declared.of(REPOSITORY, "main")).containsEntry("a", "number");
        assertThat(declared.of(REPOSITORY, "other")).isEmpty();
        declared.learn(REPOSITORY, "main", Map.of());
        assertThat(declared.of(REPOSITORY, "main")).isEmpty();
        declared.learn(REPOSITORY, "first", Map.of("a", "number"));
        IntStream.range(0, 600).forEach(n -> declared.learn(REPOSITORY, "ref-" + n, Map.of("a", "string")));
        assertThat(declared.of(REPOSITORY, "first")).isEmpty();
        assertThat(declared.of(REPOSITORY, "ref-599")).isNotEmpty();
    }

    private static ProjectJson project(@Nullable Long id, @Nullable String ciFile, long access) {
        return new ProjectJson(id, "x/y", null, false, access, null, ciFile, null);
    }
}
