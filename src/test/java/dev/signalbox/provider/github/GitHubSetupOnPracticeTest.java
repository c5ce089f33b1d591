package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.RepositoryChoices.Progress;
import dev.signalbox.port.Setup;
import dev.signalbox.port.SignIn;
import dev.signalbox.practice.github.PracticeGitHub;
import dev.signalbox.practice.github.world.SampleWorld;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signing up at the practice team's server: what the wizard does, without its screens.
class GitHubSetupOnPracticeTest {

    private static final String TOKEN = "practice-token-of-you";

    private final SampleWorld sample = new SampleWorld();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final PracticeGitHub server = new PracticeGitHub(
            sample.world(), Map.of(TOKEN, sample.people().you()), sample, ticks, new SplittableRandom(11), requests);
    private String address = "";

    @BeforeEach
    void start() throws IOException {
        address = server.start().toString();
    }

    @AfterEach
    void close() {
        server.close();
        ticks.shutdownNow();
        requests.close();
    }

    private HttpSettings http(Credential credential) {
        HttpRuntime runtime = new HttpRuntime(
                sample, System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        return HttpSettings.of(GitHub.base(address), credential, runtime)
                .withLimits(HttpLimits.standard().withoutPauses());
    }

    @Test
    void signsInWithACode() throws RemoteFailure {
        try (Setup.SignInDoor door = GitHubSetup.signIn(http(Credential.none()))) {
            SignIn signIn = door.signIn();
            DeviceCode code = signIn.begin(server.signIn().application());
            assertThat(code.page()).hasToString(address + "/login/device");

            SignInAnswer answer = signIn.poll(code);
            for (int i = 0; answer instanceof SignInAnswer.Waiting(DeviceCode next) && i < 5; i++) {
                sample.jump(next.interval());
                answer = signIn.poll(next);
            }

            assertThat(answer).isInstanceOfSatisfying(
                    SignInAnswer.Granted.class, granted -> assertThat(granted.token().reveal()).isEqualTo(TOKEN));
        }
    }

    @Test
    void saysWhatTheTokenMayAndWhichRepositoriesItReaches() throws RemoteFailure {
        try (Setup.AccountDoor door = GitHubSetup.account(
                new GitHubSettings(new ConnectionId("work"), List.of(), http(Credential.bearer(TOKEN))), TOKEN)) {
            TokenSheet sheet = door.check().check();
            assertThat(sheet.person()).isEqualTo(sample.people().you().login());
            assertThat(sheet.missing()).isEmpty();

            List<RepositoryChoice> all = door.repositories().all(Progress.NONE);
            assertThat(all).extracting(RepositoryChoice::name).contains("checkout");

            assertThat(door.repositories().withDeployments(all, Progress.NONE))
                    .anySatisfy(choice -> assertThat(choice.hasDeployments()).isEqualTo(Told.YES))
                    .noneMatch(choice -> choice.hasDeployments() == Told.UNKNOWN);
        }
    }
}
