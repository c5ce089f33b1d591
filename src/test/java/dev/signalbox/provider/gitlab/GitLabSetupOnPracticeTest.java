package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.RepositoryChoices.Progress;
import dev.signalbox.port.Setup;
import dev.signalbox.port.SignIn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signing up at the practice team's server: what the wizard does, without its screens.
class GitLabSetupOnPracticeTest {

    private final PractisedGitLab practised = new PractisedGitLab();

    @AfterEach
    void close() {
        practised.close();
    }

    private Setup.AccountDoor account(String token) {
        return GitLabSetup.account(
                new GitLabSettings(new ConnectionId("work"), List.of(), practised.http(token)));
    }

    @Test
    void signsInWithACode() throws RemoteFailure {
        try (Setup.SignInDoor door = GitLabSetup.signIn(practised.http("glpat-none"))) {
            SignIn signIn = door.signIn();
            DeviceCode code = signIn.begin(practised.application());

            SignInAnswer answer = signIn.poll(code);
            for (int i = 0; answer instanceof SignInAnswer.Waiting(DeviceCode next) && i < 5; i++) {
                practised.sample().jump(next.interval());
                answer = signIn.poll(next);
            }

            assertThat(answer).isInstanceOfSatisfying(
                    SignInAnswer.Granted.class,
                    granted -> assertThat(granted.token().reveal()).startsWith("glpat-"));
        }
    }

    @ParameterizedTest
    @CsvSource({"glpat-you, YES", "glpat-reader, NO"})
    void saysWhatTheTokenMay(String token, Told acts) throws RemoteFailure {
        try (Setup.AccountDoor door = account(token)) {
            TokenSheet sheet = door.check().check();

            assertThat(sheet.person()).isEqualTo(practised.sample().members().you().username());
            assertThat(sheet.abilities()).filteredOn(ability -> ability.what() == Ability.What.START_RUNS)
                    .extracting(Ability::state).containsExactly(acts);
            assertThat(sheet.abilities()).filteredOn(ability -> ability.what().looks())
                    .extracting(Ability::state).containsOnly(Told.YES);
        }
    }

    @Test
    void listsProjectsAndWhetherAnythingWasDeployed() throws RemoteFailure {
        try (Setup.AccountDoor door = account("glpat-you")) {
            List<RepositoryChoice> all = door.repositories().all(Progress.NONE);

            assertThat(all).isNotEmpty().allSatisfy(
                    choice -> assertThat(choice.group()).startsWith("acme"));
            assertThat(door.repositories().withDeployments(all, Progress.NONE))
                    .noneMatch(choice -> choice.hasDeployments() == Told.UNKNOWN);
        }
    }
}
