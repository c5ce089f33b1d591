package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WelcomingTest {

    private static final ConsoleConfig THERE = new ConsoleConfig(
            List.of(new ConsoleConfig.CiAccount(
                    new ConnectionId("work"), Connection.Kind.GITHUB, "https://github.com",
                    new ConsoleConfig.TokenSource.Variable("WORK_TOKEN"), List.of(), null, null)),
            List.of(), null);

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void programsGetTheEnvironmentWithoutTheTokensOfWhatIsSetUp() throws Exception {
        Machine machine = Machine.here().with(Map.of(
                "PATH", System.getenv("PATH"), "WORK_TOKEN", "ghp_canary", "OTHER", "something else"));
        try (Threads threads = new Threads()) {
            SetupOffice office = Welcoming.office(machine, Folders.below(folder), threads, THERE);

            assertThat(office.ask(printing("OTHER")).reveal()).isEqualTo("something else");
            assertThatThrownBy(() -> office.ask(printing("WORK_TOKEN"))).isInstanceOf(SetupDesk.Trouble.class);
        }
    }

    private static TokenProgram printing(String variable) {
        return new TokenProgram("printenv", List.of("printenv", variable), true);
    }
}
