package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The check of requests can fail.
class GitLabSchemaTest {

    private final GitLabSchema schema = GitLabSchema.read();

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/v4/projects/a%2fb/pipelines?order_by=updated_at&sort=desc",
        "/api/v4/projects/7/jobs/8/trace",
        "/api/v4/projects?pagination=keyset&order_by=id",
        "/api/v4/user",
        "/api/v4/projects/7/protected_environments?per_page=100",
        "/api/v4/projects/7/repository/files/.gitlab-ci.yml?ref=main"
    })
    void allowsWhatIsDescribed(String target) {
        assertThat(schema.faults("GET", URI.create(target), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/v4/projects/a/b/pipelines|no such path",
        "/api/v3/projects|no such path",
        "/api/v4/projects/7/pipelines?order_by=iid|order_by is none of",
        "/api/v4/projects/7/pipelines?colour=red|no query parameter colour",
        "/api/v4/projects/7/pipelines?per_page=all|per_page is not integer",
        "/api/v4/projects/7/pipelines?pagination=keyset|no query parameter pagination",
        "/api/v4/projects/7/pipelines/latest1|pipeline_id is not integer",
        "/api/v4/projects/7/repository/compare?from=a|query parameter to is missing",
        "/api/v4/user?x=1|no query parameter x"
    })
    void reportsWhatIsNot(String target, String fault) {
        assertThat(schema.faults("GET", URI.create(target), null)).singleElement().asString().startsWith(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/v4/projects/7/pipeline|{}|body.ref is missing",
        "/api/v4/projects/7/pipeline|{\"ref\":7}|body.ref is not string",
        "/api/v4/projects/7/pipeline|{\"ref\":\"a\",\"x\":1}|body.x is not described",
        "/api/v4/projects/7/pipeline|{\"ref\":\"a\",\"variables\":[{\"name\":\"x\"}]}|body.variables[].name is not described",
        "/api/v4/projects/7/deployments/8/approval|{\"status\":\"maybe\"}|body.status is none of",
        "/api/v4/projects/7/pipelines/8/retry|{}|a body where none belongs",
        "/api/v4/projects/7/pipelines/8/jobs|{}|no POST at"
    })
    void reportsBodiesThatAreNotDescribed(String target, String body, String fault) {
        assertThat(schema.faults("POST", URI.create(target), GitLabSchema.json(body)))
                .singleElement().asString().startsWith(fault);
    }

    @Test
    void reportsABodyThatIsMissing() {
        assertThat(schema.faults("POST", URI.create("/api/v4/projects/7/pipeline"), null))
                .containsExactly("the body is missing");
    }

    @Test
    void noExceptionIsMadeForAWrite() {
        assertThat(Undescribed.of("POST", "/api/v4/projects/7/protected_environments")).isEmpty();
        assertThat(Undescribed.of("GET", "/api/v4/projects/7/protected_environments"))
                .hasValueSatisfying(exception -> assertThat(exception.reason()).contains("docs.gitlab.com"));
    }
}
