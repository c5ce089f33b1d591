package dev.signalbox.domain.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CiWordsTest {

    private final CiWords gitHub = CiWords.of(Connection.Kind.GITHUB);
    private final CiWords gitLab = CiWords.of(Connection.Kind.GITLAB);

    @Test
    void whatRunsIsARunAtGitHubAndAPipelineAtGitLab() {
        assertThat(gitHub.run()).isEqualTo("run");
        assertThat(gitHub.runFirst()).isEqualTo("Run");
        assertThat(gitLab.run()).isEqualTo("pipeline");
        assertThat(gitLab.runFirst()).isEqualTo("Pipeline");
    }

    @Test
    void aChangeComesWithAPullRequestOrAMergeRequest() {
        assertThat(gitHub.requestFirst() + " " + gitHub.requestMark() + "12").isEqualTo("Pull request #12");
        assertThat(gitLab.requestFirst() + " " + gitLab.requestMark() + "12").isEqualTo("Merge request !12");
    }

    @Test
    void aPipelineHasNoNameOfItsOwnToBeStartedBy() {
        assertThat(gitHub.started("CI")).isEqualTo("CI");
        assertThat(gitHub.runOf("CI")).isEqualTo("run of CI");
        assertThat(gitLab.started("Pipeline")).isEqualTo("a pipeline");
        assertThat(gitLab.runOf("Pipeline")).isEqualTo("pipeline");
    }

    @Test
    void onlyWhoHasWorkflowsHearsOfThem() {
        assertThat(gitHub.asking()).isEqualTo("workflow");
        assertThat(gitLab.workflow()).isNull();
        assertThat(gitLab.asking()).isEqualTo("pipeline");
    }

    @Test
    void nobodyAtGitLabHearsOfAttempts() {
        assertThat(gitHub.attemptOf(2, "0a1b2c3")).isEqualTo("attempt 2 of commit 0a1b2c3");
        assertThat(gitHub.attempt(" · ", 2)).isEqualTo(" · attempt 2");
        assertThat(gitLab.attemptOf(1, "0a1b2c3")).isEqualTo("commit 0a1b2c3");
        assertThat(gitLab.attempt(" · ", 1)).isEmpty();
    }

    @Test
    void whatIsMissingToStartSomethingByHandIsSaidInTheProvidersTerms() {
        assertThat(gitHub.notByHand() + gitHub.byHand()).contains("workflow_dispatch").doesNotContain("gitlab");
        assertThat(gitLab.notByHand() + gitLab.byHand()).contains(".gitlab-ci.yml").doesNotContain("workflow");
    }

    @Test
    void aConnectionThatIsNoProviderIsSpokenOfInTheConsolesOwnWords() {
        assertThat(CiWords.of(Connection.Kind.KUBERNETES)).isSameAs(CiWords.OURS);
        assertThat("Open on " + CiWords.OURS.provider()).isEqualTo("Open on the web");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsGivenWholeSentences(Connection.Kind kind) {
        CiWords words = CiWords.of(kind);

        assertThat(words.byHand()).startsWith("Choose").endsWith(".");
        assertThat(words.notByHand()).isNotBlank().doesNotEndWith(".");
        assertThat(words.run()).isLowerCase();
        assertThat(words.request()).endsWith("request");
    }
}
