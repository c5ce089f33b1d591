package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.StartAtLogin;
import dev.signalbox.ui.settings.desktop.LoginStart.Wanted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginChoiceTest {

    @TempDir
    private Path home;

    private LoginChoice choice() {
        return new LoginChoice(
                StartAtLogin.of("Linux", Map.of(), home, "/opt/signalbox/bin/signalbox"), Runnable::run, Runnable::run);
    }

    @Test
    void whatIsChosenIsDoneAndFoundAgain() {
        LoginChoice choice = choice();
        assertThat(choice.standing().get()).matches(s -> s.wanted() == Wanted.BY_HAND && s.possible());
        choice.choose(Wanted.AT_LOGIN);
        assertThat(choice.standing().get()).matches(s -> s.wanted() == Wanted.AT_LOGIN && s.words().isEmpty());
        assertThat(home.resolve(".config/autostart/signalbox.desktop")).exists();
        assertThat(choice().standing().get().wanted()).isEqualTo(Wanted.AT_LOGIN);
        choice.choose(Wanted.BY_HAND);
        assertThat(choice().standing().get().wanted()).isEqualTo(Wanted.BY_HAND);
        assertThat(home.resolve(".config/autostart/signalbox.desktop")).doesNotExist();
    }

    @Test
    void whatDidNotWorkIsToldAndShownAsItIs() throws Exception {
        Files.writeString(home.resolve(".config"), "in the way");
        LoginChoice choice = choice();
        choice.choose(Wanted.AT_LOGIN);
        assertThat(choice.standing().get().wanted()).isEqualTo(Wanted.BY_HAND);
        assertThat(choice.standing().get().words()).startsWith("That did not work at " + home);
    }

    @Test
    void aConsoleThatWasNotInstalledSaysSo() {
        LoginChoice choice = new LoginChoice(Optional.empty(), Runnable::run, Runnable::run);
        assertThat(choice.standing().get().possible()).isFalse();
        assertThat(choice.standing().get().words()).contains("Only an installed console");
        choice.choose(Wanted.AT_LOGIN);
        assertThat(choice.standing().get().wanted()).isEqualTo(Wanted.BY_HAND);
    }
}
