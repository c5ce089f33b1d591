package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.Ability.What;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SetupServer;
import dev.signalbox.port.TokenCheckContract;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitLabTokenCheckTest extends TokenCheckContract {

    @Override
    protected SetupServer start() {
        return new GitLabSetupFixture();
    }

    private GitLabSetupFixture gitlab() {
        return (GitLabSetupFixture) server();
    }

    private TokenSheet sheet() throws RemoteFailure {
        return gitlab().account().check().check();
    }

    private Ability ability(What what) throws RemoteFailure {
        return sheet().abilities().stream().filter(each -> each.what() == what).findFirst().orElseThrow();
    }

    @Test
    void aTokenOfSomebodyWhoIsDeveloperNowhereCannotAct() throws RemoteFailure {
        gitlab().person("ada");
        gitlab().scopes("\"api\"");
        gitlab().developer(false);

        assertThat(ability(What.START_RUNS)).isEqualTo(new Ability(What.START_RUNS, Told.NO, "role Developer"));
        assertThat(ability(What.SEE_RUNS).state()).isEqualTo(Told.YES);
        assertThat(sheet().notes()).anyMatch(note -> note.contains("developer in no project"));
    }

    @Test
    void aTokenForTheRegistryOnlySeesNothing() throws RemoteFailure {
        gitlab().person("ada");
        gitlab().scopes("\"read_registry\",\"read_user\"");
        gitlab().developer(true);

        assertThat(sheet().missing()).hasSize(What.values().length);
        assertThat(ability(What.SEE_RUNS).permission()).isEqualTo("scope read_api");
        assertThat(ability(What.APPROVE).permission()).isEqualTo("scope api");
    }

    @Test
    void aScopeOfTomorrowIsNotTakenForNothing() throws RemoteFailure {
        gitlab().person("ada");
        gitlab().scopes("\"pipelines:write\"");
        gitlab().developer(true);

        assertThat(sheet().abilities()).extracting(Ability::state).containsOnly(Told.UNKNOWN);
    }

    @Test
    void tellsWhenATokenEnds() throws RemoteFailure {
        gitlab().person("ada");
        gitlab().mayEverything();

        assertThat(sheet().expiresAt()).isEqualTo(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(sheet().notes()).anyMatch(note -> note.contains("protected environment"));
    }

    @Test
    void aTokenThatASignInGaveSaysItElsewhere() throws RemoteFailure {
        gitlab().person("ada");
        gitlab().developer(true);
        gitlab().wire().answer(GitLabSetupFixture.SELF, RawAnswer.json("{\"message\":\"404\"}").status(404));
        gitlab().wire().answer(
                "/oauth/token/info", RawAnswer.json("{\"scope\":[\"api\"],\"expires_in\":7200,\"application\":{}}"));

        TokenSheet sheet = sheet();

        assertThat(sheet.kind()).contains("application");
        assertThat(sheet.expiresAt()).isEqualTo(GitLabWire.NOW.plusSeconds(7200));
        assertThat(sheet.missing()).isEmpty();
    }

    @Test
    void aTokenThatSaysNothingOfItselfIsUnknown() throws RemoteFailure {
        gitlab().person("ada");
        gitlab().developer(true);

        TokenSheet sheet = sheet();

        assertThat(sheet.abilities()).extracting(Ability::state).containsOnly(Told.UNKNOWN);
        assertThat(sheet.notes()).contains("GitLab does not say what this token may do.");
    }

    @ParameterizedTest
    @CsvSource({
        "ada, personal access token", "project_42_bot_x, project access token", "group_7_bot, group access token",
        "project_bot, personal access token"
    })
    void tellsWhatSortOfTokenItIs(String login, String kind) throws RemoteFailure {
        gitlab().mayEverything();
        gitlab().person(login);

        assertThat(sheet().kind()).isEqualTo(kind);
    }

    @Test
    void aTokenThatASignInGaveTravelsAsABearer() {
        assertThat(GitLab.token("a1".repeat(32)).fingerprint())
                .isEqualTo(Credential.bearer("a1".repeat(32)).fingerprint());
        assertThat(GitLab.token("glpat-x").fingerprint())
                .isEqualTo(Credential.header("PRIVATE-TOKEN", "glpat-x").fingerprint());
    }
}
