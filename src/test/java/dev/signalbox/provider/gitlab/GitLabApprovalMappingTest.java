package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.provider.gitlab.GitLabApprovalMapping.Asker;
import dev.signalbox.provider.json.JsonFields;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabApprovalMappingTest {

    private static final Asker ADA = new Asker(new UserJson(1L, "ada"), 40, false);

    @Test
    void aBlockedDeploymentWaitsForEveryRule() {
        PendingApproval pending = blocked("""
                {"id":70,"environment":{"name":"production"},"created_at":"2026-11-20T10:00:00Z",
                 "approval_summary":{"rules":[
                   {"group_id":5,"access_level_description":"Release managers","required_approvals":2,
                    "deployment_approvals":[{"user":{"username":"linus"},"status":"approved"}]},
                   {"user_id":9,"access_level_description":"grace","required_approvals":1,
                    "deployment_approvals":[{"user":{"username":"grace"},"status":"rejected"}]}]}}""", ADA);
        assertThat(pending.gate()).isEqualTo(new Gate.Deployment(70));
        assertThat(pending.environmentName()).isEqualTo("production");
        assertThat(pending.rules()).containsExactly(
                new ApprovalRule("Release managers", 2, List.of("linus"), List.of()),
                new ApprovalRule("grace", 1, List.of(), List.of("grace"), false));
        assertThat(pending.open()).hasSize(2);
        assertThat(pending.answerable()).extracting(ApprovalRule::name).containsExactly("Release managers");
        assertThat(pending.reviewers()).containsExactly(
                new Reviewer(Reviewer.Kind.TEAM, "Release managers"), new Reviewer(Reviewer.Kind.USER, "grace"));
        assertThat(pending.canApprove()).isTrue();
    }

    @Test
    void aCountForAllIsOneRuleWithoutAName() {
        PendingApproval pending = blocked("""
                {"id":70,"environment":{"name":"production"},"pending_approval_count":2,
                 "approvals":[{"user":{"username":"grace"},"status":"approved","comment":"LGTM"}]}""", ADA);
        assertThat(pending.rules()).containsExactly(new ApprovalRule("", 3, List.of("grace"), List.of()));
        assertThat(pending.canApprove()).isTrue();
    }

    /// Who may decide: rule, what others and we said, our level.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'user_id':1|''|40|true", "'user_id':2|''|40|false", "'group_id':5|''|20|true",
        "'access_level':40|''|40|true", "'access_level':40|''|30|false", "'access_level':30|''|40|true",
        "'access_level':60|''|50|false", "'access_level':40|''|0|true",
        "'group_id':5|grace|40|false", "'group_id':5|ada|40|false", "'x':1|''|30|true"
    })
    void weMayDecideWhereARuleIsOpenToUs(String whose, String decided, int level, boolean may) {
        String given = decided.isEmpty() ? "" : "{\"user\":{\"username\":\"" + decided + "\"},\"status\":\"approved\"}";
        PendingApproval pending = blocked(
                "{\"id\":70,\"environment\":{\"name\":\"p\"},\"approval_summary\":{\"rules\":[{"
                        + whose.replace('\'', '"') + ",\"required_approvals\":1,\"deployment_approvals\":[" + given
                        + "]}]}}",
                new Asker(new UserJson(1L, "ada"), level, false));
        assertThat(pending.canApprove()).isEqualTo(may);
        assertThat(pending.answerable()).hasSize(may ? 1 : 0);
    }

    @Test
    void whoHasDecidedOnceMayStillDecideUnderAnotherRule() {
        String both = """
                {"id":70,"environment":{"name":"p"},"approval_summary":{"rules":[
                  {"group_id":5,"required_approvals":1,
                   "deployment_approvals":[{"user":{"username":"ada"},"status":"approved"}]},
                  {"group_id":6,"required_approvals":1,"deployment_approvals":[]}]}}""";
        assertThat(blocked(both, ADA).canApprove()).isTrue();
        assertThat(blocked(both, ADA).answerable()).extracting(ApprovalRule::name).containsExactly("Group 6");
    }

    @Test
    void aTokenThatMayOnlyReadDecidesNothing() {
        Asker reader = new Asker(new UserJson(1L, "ada"), 40, true);
        String one = "{\"id\":70,\"environment\":{\"name\":\"p\"},\"pending_approval_count\":1}";
        assertThat(blocked(one, ADA).canApprove()).isTrue();
        assertThat(blocked(one, reader).canApprove()).isFalse();
        assertThat(blocked(one, reader).answerable()).isEmpty();
        assertThat(manual(deployment(one), reader).canApprove()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "20,false", "30,true", "50,true"})
    void aManualJobIsStartedByDevelopers(int level, boolean may) {
        PendingApproval pending = manual(
                deployment("{\"id\":70,\"environment\":{\"name\":\"production\"}}"),
                new Asker(new UserJson(1L, "ada"), level, false));
        assertThat(pending.gate()).isEqualTo(new Gate.ManualJob(9));
        assertThat(pending.environmentName()).isEqualTo("production");
        assertThat(pending.rules()).isEmpty();
        assertThat(pending.canApprove()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"user_id\":9}',User 9", "'{\"group_id\":5}',Group 5", "'{\"access_level\":40}',Maintainers",
        "'{\"access_level\":60}',Administrators", "'{\"access_level\":30}',Developers + Maintainers",
        "'{\"access_level\":40,\"access_level_description\":\"Owners\"}',Owners"
    })
    void aRuleHasANameInAnyCase(String rule, String name) {
        PendingApproval pending =
                blocked("{\"id\":70,\"environment\":{\"name\":\"p\"},\"approval_summary\":{\"rules\":["
                        + rule + "]}}", ADA);
        assertThat(pending.rules()).singleElement().extracting(ApprovalRule::name).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"'\"allow_failure\":true',false", "'\"allow_failure\":false',true", "'\"allow_failure\":null',true",
        "'\"x\":1',true"})
    void thePipelineWaitsOnlyForWhatMayNotFail(String field, boolean blocks) {
        JobJson job = job("{\"id\":9,\"name\":\"docs\"," + field + "}");
        DeploymentJson made = deployment("{\"id\":70,\"environment\":{\"name\":\"p\"}}");
        assertThat(GitLabApprovalMapping.manual(job, null, RUN, ADA)).isNotNull()
                .returns(blocks, PendingApproval::blocks).returns("docs", PendingApproval::environmentName);
        assertThat(GitLabApprovalMapping.blocked(job, made, RUN, ADA)).isNotNull()
                .returns(blocks, PendingApproval::blocks).returns("p", PendingApproval::environmentName);
    }

    @Test
    void aJobWithoutANumberCannotBeStarted() {
        assertThat(GitLabApprovalMapping.manual(job("{\"name\":\"docs\"}"), null, RUN, ADA)).isNull();
    }

    @Test
    void aNameThatIsSentBackStaysExactWhileOneThatIsShownIsSafe() {
        PendingApproval pending = blocked("""
                {"id":70,"environment":{"name":"p"},"approval_summary":{"rules":[
                  {"group_id":5,"access_level_description":"a\\u202eb","required_approvals":999999999999}]}}""", ADA);
        assertThat(pending.rules().getFirst().name()).isEqualTo("a\u202eb");
        assertThat(pending.rules().getFirst().required()).isEqualTo(1000);
        assertThat(pending.reviewers().getFirst().name()).isEqualTo("a‹U+202E›b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"environment\":{\"name\":\"p\"}}", "{\"id\":70}", "{\"id\":70,\"environment\":\"p\"}"})
    void whatHasNoIdentityWaitsForNobody(String text) {
        assertThat(GitLabApprovalMapping.blocked(job("{}"), deployment(text), RUN, ADA)).isNull();
    }

    @Test
    void tellsEveryDecisionOnce() {
        DeploymentJson deployment = deployment("""
                {"id":70,"environment":{"name":"production"},
                 "approvals":[{"user":{"username":"ada"},"status":"approved","comment":"LGTM"}],
                 "approval_summary":{"rules":[
                   {"deployment_approvals":[{"user":{"username":"ada"},"status":"approved","comment":"LGTM"}]},
                   {"deployment_approvals":[{"user":{"username":"grace"},"status":"odd"}]}]}}""");
        assertThat(GitLabApprovalMapping.reviews(deployment)).containsExactly(
                new Review("ada", Review.Decision.APPROVED, "LGTM", List.of("production")),
                new Review("grace", Review.Decision.UNKNOWN, "", List.of("production")));
    }

    @Test
    void anEnvironmentTellsItsTierAndWhoIsAsked() {
        CiEnvironment environment = environment(
                "{\"id\":3,\"name\":\"production\",\"tier\":\"production\",\"state\":\"available\"}",
                "{\"name\":\"production\",\"approval_rules\":[{\"access_level\":40,\"required_approvals\":1}],"
                        + "\"deploy_access_levels\":[{\"access_level\":30}]}");
        assertThat(environment.tier()).isEqualTo("production");
        assertThat(environment.stoppable()).isTrue();
        assertThat(environment.reviewers()).containsExactly(new Reviewer(Reviewer.Kind.TEAM, "Maintainers"));
    }

    @Test
    void whereACountIsWantedThoseWhoDeployAreAsked() {
        String protection = "{\"name\":\"p\",\"required_approval_count\":%s,"
                + "\"deploy_access_levels\":[{\"user_id\":9,\"access_level_description\":\"grace\"}]}";
        assertThat(environment("{\"id\":3,\"name\":\"p\"}", protection.formatted(1)).reviewers())
                .containsExactly(new Reviewer(Reviewer.Kind.USER, "grace"));
        assertThat(environment("{\"id\":3,\"name\":\"p\"}", protection.formatted(0)).reviewers()).isEmpty();
    }

    @Test
    void anEnvironmentWithoutProtectionAsksNobody() {
        CiEnvironment environment = environment("{\"id\":3,\"name\":\"review/1\",\"state\":\"stopping\"}", null);
        assertThat(environment.reviewers()).isEmpty();
        assertThat(environment.stoppable()).isFalse();
        assertThat(environment.tier()).isNull();
    }

    private static PendingApproval blocked(String text, Asker asker) {
        return Objects.requireNonNull(GitLabApprovalMapping.blocked(job("{}"), deployment(text), RUN, asker));
    }

    private static PendingApproval manual(DeploymentJson deployment, Asker asker) {
        return Objects.requireNonNull(GitLabApprovalMapping.manual(job("{\"id\":9}"), deployment, RUN, asker));
    }

    private static JobJson job(String text) {
        return JobJson.of(json(text));
    }

    private static CiEnvironment environment(String text, @Nullable String protection) {
        return Objects.requireNonNull(GitLabApprovalMapping.environment(
                EnvironmentJson.of(json(text)),
                protection == null ? null : ProtectionJson.of(json(protection)),
                REPOSITORY));
    }

    private static DeploymentJson deployment(String text) {
        return DeploymentJson.of(json(text));
    }

    private static JsonFields json(String text) {
        return new JsonFields(GitLabSchema.json(text));
    }
}
