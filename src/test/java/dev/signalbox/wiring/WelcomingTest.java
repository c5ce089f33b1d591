package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.ui.welcome.WelcomeWindow;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    @Test
    void theStepsWearTheAppearanceThatWasChosen() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        Path appearance = Files.writeString(folders.settings().resolve("appearance.properties"), """
                version=1
                colours=light
                percent=150
                palette=safe
                """);
        Fx.start();
        HeldFolders held = HeldFolders.take(folders).orElseThrow();
        try (Threads threads = new Threads()) {
            Fx.act(() -> {
                WelcomeWindow window = new Welcoming(
                        Machine.here(), folders, Toolkit.none(), new Departure(new Way.Own(), held, folders),
                        Door.closed("")).adding(THERE, Way.First.ACCOUNT, new FxThread(), threads, () -> {});

                assertThat(sheets(window)).contains("light.css", "light-safe.css").doesNotContain("dark.css");
                Node pane = window.scene().lookup("#welcome-pane");
                assertThat(pane.getLocalToSceneTransform().getMxx()).isEqualTo(1.5);
                Event.fireEvent(window.scene().getRoot(), new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.L, true, true, false, false));
                assertThat(sheets(window)).contains("dark.css", "dark-safe.css").doesNotContain("light.css");
            });
        } finally {
            held.close();
        }
        assertThat(appearance).content().contains("colours=light");
    }

    private static List<String> sheets(WelcomeWindow window) {
        return window.scene().getStylesheets().stream()
                .map(sheet -> sheet.substring(sheet.lastIndexOf('/') + 1)).toList();
    }

    private static TokenProgram printing(String variable) {
        return new TokenProgram("printenv", List.of("printenv", variable), true);
    }
}
