package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.practice.signin.DeviceSignIn;
import dev.signalbox.testing.Fx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody signs in with a code, sees the board, and once the sign-in was taken back signs in again: through the real
/// windows, against the practice team's GitHub.
class SignInStoryTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    @Test
    void whoeverSignedInWithACodeSignsInAgainWhenThatHasEnded() throws Exception {
        Folders teams = Folders.below(folder.resolve("team"));
        teams.make();
        Folders own = Folders.below(folder.resolve("own"));
        own.make();
        try (Practice practice = Practice.start(Machine.here(), teams); FirstRun person = new FirstRun(own)) {
            DeviceSignIn server = practice.team().githubSignIn();
            server.endTokensAfter(Duration.ofHours(8));
            person.signInInTheBrowser(practice.addresses().github().toString(), server.application());
            person.choose(practice.addresses());
            List<String> first = server.given();
            assertThat(first).as("a pair").hasSize(2);

            Configured set = person.configured();
            ConnectionId account = set.file().config().accounts().getFirst().id();
            Leaving.Written written = new Leaving.Written(
                    set.file().config(), own.settings().resolve(OwnConfig.FILE), own);
            try (LiveConsole console = LiveConsole.with(set, person.machine(), own, new Staying(written))) {
                console.awaitWords("cell-checkout-production", words -> words.contains("v2.1"));

                server.takeBack();
                console.state("the sign-in has ended", state -> Optional.ofNullable(state.connections().get(account))
                        .filter(c -> c.problem() instanceof RemoteProblem.SignInEnded));
                console.openSettings("accounts");
                console.awaitWords("settings-page-accounts", words -> words.contains("Needs you"));
                console.click("account-0-sign-in");
                console.awaitWords("account-0-signing-in", words -> words.contains("Type this code on"));
                console.awaitWords("account-0-signing-in", words -> words.contains("Signed in."));
                console.awaitWords("settings-page-accounts", words -> words.contains("Answers"));

                assertThat(server.given()).as("one more pair").hasSize(4);
                assertThat(console.engine.store().current().connections().get(account))
                        .extracting(Connection::problem).isNull();
                assertThat(console.everything()).doesNotContain(server.given());
            }
            assertNowhere(own, server.given());
        }
    }

    /// No token is to be read in any file.
    private static void assertNowhere(Folders own, List<String> tokens) throws IOException {
        try (Stream<Path> files = Files.walk(own.data().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(tokens);
            }
        }
    }
}
