package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who we are at GitLab, what the credential may do, what the server knows, whose projects there are.
class GitLabAccountTest {

    private static final String USER = "/api/v4/user";
    private static final String TOKEN = "/api/v4/personal_access_tokens/self";
    private static final String METADATA = "/api/v4/metadata";
    private static final String VERSION = "/api/v4/version";
    private static final String BUSIEST = "order_by=last_activity_at&sort=desc&per_page=100";

    private final GitLabWire wire = new GitLabWire();

    @BeforeEach
    void start() {
        wire.get(USER, "{\"id\":1,\"username\":\"ada\"}");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void tellsScopesAndTheEndOfTheToken() throws RemoteFailure {
        wire.get(METADATA, "{\"version\":\"18.1.0-ee\",\"enterprise\":true}");
        wire.get(TOKEN, "{\"scopes\":[\"api\",\"read_registry\"],\"expires_at\":\"2026-12-31\",\"active\":true}");
        assertThat(wire.provider().accounts().me()).isEqualTo(
                new Account("ada", Set.of("api", "read_registry"), Instant.parse("2026-12-31T00:00:00Z")));
        assertThat(wire.provider().capabilities().get().whyNot(CiAbility.REDEPLOY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"granular\"", "\"read_api\",\"pipelines:write\""})
    void aTokenWithAScopeOfAnotherKindIsNotTakenForOneThatMayOnlyRead(String scopes) throws RemoteFailure {
        wire.get(METADATA, "{\"version\":\"18.1.0\"}");
        wire.get(TOKEN, "{\"scopes\":[" + scopes + "]}");
        wire.provider().accounts().me();
        assertThat(wire.provider().capabilities().get().whyNot(CiAbility.REDEPLOY)).isEmpty();
    }

    @Test
    void aTokenThatTellsNothingMayDoAnything() throws RemoteFailure {
        wire.get(METADATA, "{\"version\":\"18.1.0\"}");
        assertThat(wire.provider().accounts().me()).isEqualTo(new Account("ada", Set.of(), null));
        assertThat(wire.provider().capabilities().get().whyNot(CiAbility.REDEPLOY)).isEmpty();
    }

    @Test
    void anOldServerIsAskedForItsVersionInTheOldWayAndNotAboutTheToken() throws RemoteFailure {
        wire.get(VERSION, "{\"version\":\"14.9.3\",\"revision\":\"x\"}");
        wire.provider().accounts().me();
        assertThat(wire.targets()).containsExactly(USER, METADATA, VERSION);
    }

    @Test
    void theVersionIsAskedForOnce() throws RemoteFailure {
        wire.get(METADATA, "{\"version\":\"18.1.0\"}");
        wire.provider().accounts().me();
        wire.provider().accounts().me();
        assertThat(wire.targets()).filteredOn(METADATA::equals).hasSize(1);
        assertThat(wire.targets()).filteredOn(TOKEN::equals).as("its end may have moved").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\":7}", "{\"version\":\"soon\"}", "{}"})
    void aServerWhoseVersionIsNotKnownIsTakenForANewOne(String metadata) throws RemoteFailure {
        wire.get(METADATA, metadata);
        wire.get(TOKEN, "{\"scopes\":[\"api\"]}");
        assertThat(wire.provider().accounts().me().scopes()).containsExactly("api");
    }

    @Test
    void aLimitWhileAskingIsSaid() {
        wire.answer(METADATA, RawAnswer.of(429, "Retry later\n").with("Retry-After", "9"));
        assertThatThrownBy(() -> wire.provider().accounts().me()).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void anAnswerWithoutANameIsNoAccount() {
        wire.get(USER, "{\"id\":1}");
        assertThatThrownBy(() -> wire.provider().accounts().me()).isInstanceOf(RemoteFailure.class)
                .hasMessageContaining("whose credential");
    }

    @Test
    void inputsAreSentInTheirTypesAfterTheFileWasRead() throws RemoteFailure {
        wire.get("repository/files/.gitlab-ci.yml?ref=main",
                GitLabRendering.file("spec:\n  inputs:\n    dry:\n      type: boolean\n---\nb: 1\n"));
        var workflow = wire.provider().workflows().of(GitLabWire.REPOSITORY).getFirst();
        assertThat(wire.provider().workflows().manualStart(workflow, "main").inputs())
                .extracting(WorkflowInput::type).containsExactly(WorkflowInput.Type.BOOLEAN);
        assertThat(wire.provider().commands().dispatch(new Intent.TriggerRun(
                GitLabWire.REPOSITORY, 0, "Pipeline", "main", Map.of("dry", "true"))).body())
                .isEqualTo("{\"ref\":\"main\",\"inputs\":{\"dry\":true}}");
    }

    @Test
    void whoIsNoGroupIsAPerson() throws RemoteFailure {
        String person = "/api/v4/users/grace/projects?" + BUSIEST;
        wire.get(person, "[{\"id\":1,\"path_with_namespace\":\"grace/a\"}]");
        assertThat(wire.provider().repositories().all("grace")).extracting(Repository::id)
                .extracting(id -> id.fullName()).containsExactly("grace/a");
        int before = wire.requests().size();
        wire.provider().repositories().recentlyPushed("grace");
        assertThat(wire.targets().subList(before, before + 1)).as("not asked as a group again").containsExactly(person);
    }

    @Test
    void aSubgroupIsNeverAPerson() {
        assertThatThrownBy(() -> wire.provider().repositories().all("acme/shop")).isInstanceOf(RemoteFailure.class);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void aGroupThatIsGoneIsNotTakenForAPerson() throws RemoteFailure {
        String group = "/api/v4/groups/acme/projects?include_subgroups=true&with_shared=false&" + BUSIEST;
        wire.get(group, "[]");
        assertThat(wire.provider().repositories().all("acme")).isEmpty();
        wire.answer(group, RawAnswer.json("{\"message\":\"404 Group Not Found\"}").status(404));
        assertThatThrownBy(() -> wire.provider().repositories().all("acme")).isInstanceOf(RemoteFailure.class);
        assertThat(wire.targets()).allMatch(target -> target.startsWith("/api/v4/groups/"));
    }
}
