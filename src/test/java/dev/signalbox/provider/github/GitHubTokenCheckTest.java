package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.Ability.What;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.SetupServer;
import dev.signalbox.port.TokenCheckContract;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubTokenCheckTest extends TokenCheckContract {

    @Override
    protected SetupServer start() {
        return new GitHubSetupFixture();
    }

    private GitHubSetupFixture github() {
        return (GitHubSetupFixture) server();
    }

    private TokenSheet sheet() throws RemoteFailure {
        return github().account().check().check();
    }

    private Ability ability(What what) throws RemoteFailure {
        return sheet().abilities().stream().filter(each -> each.what() == what).findFirst().orElseThrow();
    }

    @Test
    void aClassicTokenWithoutRepoMayNothing() throws RemoteFailure {
        github().scopes("read:user");

        assertThat(sheet().missing()).hasSize(What.values().length);
        assertThat(sheet().notes()).singleElement().asString().contains("what everybody may see");
        assertThat(ability(What.START_RUNS).permission()).isEqualTo("scope repo");
    }

    @Test
    void aClassicTokenForPublicRepositoriesSaysSo() throws RemoteFailure {
        github().scopes("public_repo");

        assertThat(sheet().missing()).isEmpty();
        assertThat(sheet().notes()).contains("Without the scope repo, this token reaches public repositories only.");
    }

    @Test
    void aScopeForDeploymentsGivesDeploymentsOnly() throws RemoteFailure {
        github().scopes("repo_deployment");

        assertThat(ability(What.SEE_DEPLOYMENTS).state()).isEqualTo(Told.YES);
        assertThat(ability(What.SEE_RUNS).state()).isEqualTo(Told.NO);
    }

    @Test
    void tellsWhenATokenEnds() throws RemoteFailure {
        github().wire().answer("/user", RawAnswer.json("{\"id\":1,\"login\":\"ada\"}")
                .with("X-OAuth-Scopes", "repo")
                .with("GitHub-Authentication-Token-Expiration", "2026-12-24 18:00:00 UTC"));

        assertThat(sheet().expiresAt()).isEqualTo(Instant.parse("2026-12-24T18:00:00Z"));
        assertThat(sheet().kind()).isEqualTo("personal access token (classic)");
    }

    @Test
    void whatIsMissingIsNamedAsTheServerNamesIt() throws RemoteFailure {
        github().person("ada");
        github().maySee();
        github().look("acme/shop", "actions/runs",
                RawAnswer.json("{\"message\":\"Resource not accessible\"}").status(403)
                        .with("X-Accepted-GitHub-Permissions", "actions=read"));
        github().look("acme/shop", "deployments", RawAnswer.json("{\"message\":\"Not Found\"}").status(404));

        assertThat(ability(What.SEE_RUNS)).isEqualTo(new Ability(What.SEE_RUNS, Told.NO, "actions: read"));
        assertThat(ability(What.SEE_DEPLOYMENTS))
                .isEqualTo(new Ability(What.SEE_DEPLOYMENTS, Told.NO, "Deployments: read"));
        assertThat(ability(What.SEE_CONTENTS).state()).isEqualTo(Told.YES);
        assertThat(ability(What.APPROVE))
                .isEqualTo(new Ability(What.APPROVE, Told.UNKNOWN, "Deployments: write"));
    }

    @Test
    void anEmptyRepositoryIsReadAllTheSame() throws RemoteFailure {
        github().person("ada");
        github().maySee();
        github().look("acme/shop", "commits", RawAnswer.json("{\"message\":\"Git Repository is empty.\"}").status(409));

        assertThat(ability(What.SEE_CONTENTS).state()).isEqualTo(Told.YES);
    }

    @Test
    void aServerFaultSaysNothingOfThePermission() throws RemoteFailure {
        github().person("ada");
        github().maySee();
        github().look("acme/shop", "environments", RawAnswer.json("{\"message\":\"?\"}").status(500));

        assertThat(ability(What.SEE_ENVIRONMENTS).state()).isEqualTo(Told.UNKNOWN);
    }

    @Test
    void publicRepositoriesProveNothing() throws RemoteFailure {
        github().token("github_pat_11AAAAAAA0");
        github().person("ada");
        github().reachable(List.of("acme/open"), false);

        assertThat(sheet().abilities()).filteredOn(each -> each.what() != What.SEE_REPOSITORIES)
                .extracting(Ability::state).containsOnly(Told.UNKNOWN);
        assertThat(sheet().notes()).singleElement().asString().contains("no private repository");
        assertThat(github().requests()).noneMatch(request -> request.contains("/repos/"));
    }

    @Test
    void anArchivedRepositoryIsNotTriedOn() throws RemoteFailure {
        github().token("ghu_x");
        github().person("ada");
        github().reachable(List.of("old/till"));

        assertThat(ability(What.SEE_RUNS).state()).isEqualTo(Told.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "ghp_x, CLASSIC", "gho_x, OAUTH", "ghu_x, APP_USER", "ghs_x, APP", "github_pat_x, FINE_GRAINED",
        "0123456789abcdef, UNKNOWN", "'', UNKNOWN"
    })
    void aTokenIsToldByHowItBegins(String token, GitHubTokenKind kind) {
        assertThat(GitHubTokenKind.of(token)).isEqualTo(kind);
        assertThat(kind.words()).isNotBlank();
    }
}
