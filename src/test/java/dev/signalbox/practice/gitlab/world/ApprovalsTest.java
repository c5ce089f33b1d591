package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

    private final SampleGitLab sample = new SampleGitLab();
    private final Member you = sample.members().you();
    private final Member colleague = sample.members().colleague();
    private Pipeline pipeline = sample.release("auth", "v3.5.0", "production");
    private Deployment deployment;
    private Job job;

    @BeforeEach
    void reachProduction() {
        sample.pass(Duration.ofSeconds(30));
        job = sample.job(pipeline, "deploy-production");
        deployment = Objects.requireNonNull(job.deployment());
    }

    private Approval answer(Member by, boolean yes, String comment, String representing) {
        return sample.world().approve(deployment, by, yes, comment, representing, sample.instant());
    }

    private void assertRefused(int status, String words, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.sentence()).contains(words);
        });
    }

    @Test
    void aProtectedEnvironmentBlocksItsDeployment() {
        assertThat(deployment.state()).isEqualTo(Deployment.State.BLOCKED);
        assertThat(job.status()).isEqualTo(Status.MANUAL);
        assertThat(pipeline.status()).isEqualTo(Status.MANUAL);
        assertThat(deployment.pendingApprovals()).isEqualTo(2);
    }

    @Test
    void nobodyPlaysWhatIsBlocked() {
        assertRefused(400, "Unplayable Job", () -> sample.world().play(job, you, sample.instant()));
        sample.pass(Duration.ofMinutes(20));
        assertThat(deployment.state()).isEqualTo(Deployment.State.BLOCKED);
    }

    @Test
    void eachRuleWantsItsOwnPeople() {
        Approval ours = answer(you, true, "Fine", "");

        assertThat(ours.rule()).isEqualTo(deployment.environment().rules().getFirst().id());
        assertThat(deployment.pendingApprovals()).isEqualTo(1);
        assertThat(deployment.missing(deployment.environment().rules().getFirst())).isZero();
        assertThat(deployment.state()).isEqualTo(Deployment.State.BLOCKED);
        answer(colleague, true, "Fine too", "");
        assertThat(deployment.pendingApprovals()).isZero();
        assertThat(deployment.approvals()).extracting(Approval::comment).containsExactly("Fine", "Fine too");
    }

    @Test
    void afterTheLastApprovalTheJobStillWaitsForSomebodyToPlayIt() {
        answer(you, true, "", "");
        answer(colleague, true, "", "");
        sample.pass(Duration.ofSeconds(60));

        assertThat(deployment.state()).isEqualTo(Deployment.State.BLOCKED);
        assertThat(deployment.waitsForApproval()).isFalse();
        assertThat(job.status()).isEqualTo(Status.MANUAL);
        assertThat(sample.deployed()).isEmpty();
        sample.world().play(job, you, sample.instant());
        sample.pass(Duration.ofSeconds(30));
        assertThat(deployment.state()).isEqualTo(Deployment.State.SUCCESS);
        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.deployed()).containsExactly("auth production v3.5.0 by release-mgr");
    }

    @Test
    void aNoFailsTheJobForGood() {
        Approval no = answer(colleague, false, "Not before Monday", "");

        assertThat(no.status()).isEqualTo("rejected");
        assertThat(job.status()).isEqualTo(Status.FAILED);
        assertThat(job.failureReason()).isEqualTo("deployment_rejected");
        assertThat(deployment.state()).isEqualTo(Deployment.State.FAILED);
        assertThat(pipeline.status()).isEqualTo(Status.FAILED);
        assertRefused(400, "not waiting for approvals", () -> answer(you, true, "", ""));
    }

    @Test
    void nobodyAnswersTwiceTheSame() {
        answer(you, true, "", "");

        assertRefused(400, "already approved", () -> answer(you, true, "Again", ""));
        assertThat(deployment.pendingApprovals()).isEqualTo(1);
    }

    @Test
    void whoIsInNoRuleIsRefused() {
        assertRefused(400, "don't have permission",
                () -> answer(sample.members().developers().getFirst(), true, "", ""));
        assertThat(deployment.approvals()).isEmpty();
    }

    @Test
    void answersForTheRuleThatIsNamed() {
        Approval named = answer(you, true, "", "Release managers");

        assertThat(deployment.approvals(deployment.environment().rules().getFirst())).containsExactly(named);
        assertRefused(400, "represent_as", () -> answer(colleague, true, "", "Release managers"));
        assertRefused(400, "represent_as", () -> answer(you, true, "", "Nobody"));
    }

    @Test
    void aCommentHasAnEnd() {
        assertRefused(400, "too long", () -> answer(you, true, "x".repeat(256), ""));
        assertThat(answer(you, true, "x".repeat(255), "").comment()).hasSize(255);
    }

    @Test
    void onlyMaintainersPlayInAProtectedEnvironment() {
        answer(you, true, "", "");
        answer(colleague, true, "", "");
        Member developer = sample.members().developers().getFirst();

        assertRefused(403, "403 Forbidden", () -> sample.world().play(job, developer, sample.instant()));
        assertThat(job.status()).isEqualTo(Status.MANUAL);
    }

    @Test
    void anOpenEnvironmentOnlyWantsToBePlayedByAnyone() {
        Pipeline open = sample.release("image-resizer", "v0.9.9", "production");
        sample.pass(Duration.ofSeconds(30));
        Job deploy = sample.job(open, "deploy-production");

        assertThat(Objects.requireNonNull(deploy.deployment())).satisfies(made -> {
            assertThat(made.state()).isEqualTo(Deployment.State.BLOCKED);
            assertThat(made.waitsForApproval()).isFalse();
        });
        assertThat(open.status()).isEqualTo(Status.MANUAL);
        sample.world().play(deploy, sample.members().developers().getFirst(), sample.instant());
        sample.pass(Duration.ofSeconds(30));
        assertThat(open.status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.deployed()).containsExactly("image-resizer production v0.9.9 by dev-1");
    }

    @Test
    void thePastWasApprovedByBoth() {
        List<Deployment> past = sample.project("auth").deployments().stream()
                .filter(each -> each.environment().isProtected() && each.isOver())
                .toList();

        assertThat(past).hasSize(2).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(Deployment.State.SUCCESS);
            assertThat(each.approvals()).extracting(Approval::user)
                    .containsExactly(colleague, sample.members().bot());
        });
    }
}
