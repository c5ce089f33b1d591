package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabWordsTest {

    /// Every status that the published document lists.
    @ParameterizedTest
    @CsvSource({
        "created,QUEUED,NONE", "waiting_for_resource,PENDING,NONE", "preparing,QUEUED,NONE",
        "waiting_for_callback,PENDING,NONE", "pending,QUEUED,NONE", "running,IN_PROGRESS,NONE",
        "success,COMPLETED,SUCCESS", "failed,COMPLETED,FAILURE", "canceling,IN_PROGRESS,NONE",
        "canceled,COMPLETED,CANCELLED", "skipped,COMPLETED,SKIPPED", "manual,WAITING,NONE",
        "scheduled,PENDING,NONE", "SUCCESS,COMPLETED,SUCCESS"
    })
    void knowsEveryStatus(String word, RunStatus status, Conclusion conclusion) {
        assertThat(GitLabWords.status(word)).isEqualTo(status);
        assertThat(GitLabWords.conclusion(word)).isEqualTo(conclusion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "paused", "succes", "success ", "\u202e"})
    void aStatusThatIsNotKnownIsNeverASuccess(String word) {
        assertThat(GitLabWords.status(word)).isEqualTo(RunStatus.UNKNOWN);
        assertThat(GitLabWords.conclusion(word)).isEqualTo(Conclusion.UNKNOWN);
    }

    @Test
    void noStatusIsNotKnownEither() {
        assertThat(GitLabWords.status(null)).isEqualTo(RunStatus.UNKNOWN);
        assertThat(GitLabWords.conclusion(null)).isEqualTo(Conclusion.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "failed,false,script_failure,FAILURE", "failed,false,,FAILURE",
        "failed,false,job_execution_timeout,TIMED_OUT", "failed,false,stuck_or_timeout_failure,TIMED_OUT",
        "failed,true,script_failure,NEUTRAL", "failed,true,job_execution_timeout,NEUTRAL",
        "success,true,,SUCCESS", "running,true,script_failure,NONE", "canceled,true,,CANCELLED"
    })
    void aJobThatMayFailDoesNotFailItsPipeline(String word, boolean mayFail, String reason, Conclusion conclusion) {
        assertThat(GitLabWords.conclusion(word, mayFail, reason)).isEqualTo(conclusion);
    }

    @Test
    void textForTheScreenIsOneSafeLine() {
        assertThat(GitLabWords.line("  a\u202eb\nrest")).isEqualTo("a‹U+202E›b");
        assertThat(GitLabWords.line(null)).isEmpty();
        assertThat(GitLabWords.line("x".repeat(1_000)).length()).isLessThanOrEqualTo(300);
        assertThat(GitLabWords.line(" \n", "second")).isEqualTo("second");
        assertThat(GitLabWords.line("first", "second")).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "http://gitlab.com/x", "https://ada:pw@gitlab.com/", "file:///etc",
        "https://", "a b", "//gitlab.com/x"})
    void aPageIsOneThatABrowserMayBeSentTo(String address) {
        assertThat(GitLabWords.page(address)).isNull();
    }

    @Test
    void aPageOfAServerIsAPage() {
        assertThat(GitLabWords.page("https://gitlab.example.com/a/-/pipelines/7")).isNotNull();
        assertThat(GitLabWords.page("http://127.0.0.1:8080/a")).isNotNull();
        assertThat(GitLabWords.page(null)).isNull();
    }
}
