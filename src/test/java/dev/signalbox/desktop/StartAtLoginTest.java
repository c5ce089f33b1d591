package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAtLoginTest {

    private static final String PROGRAM = "/opt/signalbox/bin/signalbox";

    @TempDir
    private Path home;

    private StartAtLogin of(String system, Map<String, String> environment, String program) {
        return StartAtLogin.of(system, environment, home, program).orElseThrow();
    }

    @Test
    void onLinuxItIsAnEntryOfTheUsersOwn() throws IOException {
        StartAtLogin start = of("Linux", Map.of(), PROGRAM);
        Path entry = home.resolve(".config/autostart/signalbox.desktop");
        assertThat(start.isOn()).isFalse();
        start.on();
        assertThat(start.isOn()).isTrue();
        assertThat(entry).content().startsWith("[Desktop Entry]\n").contains("Type=Application\n")
                .contains("Exec=\"/opt/signalbox/bin/signalbox\"\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry))).isEqualTo("rw-------");
        start.on();
        start.off();
        assertThat(start.isOn()).isFalse();
        assertThat(entry.getParent()).isEmptyDirectory();
        start.off();
    }

    @Test
    void theFolderOfTheSettingsIsTheOneThatIsNamed() throws IOException {
        of("Linux", Map.of("XDG_CONFIG_HOME", home.resolve("own").toString()), PROGRAM).on();
        assertThat(home.resolve("own/autostart/signalbox.desktop")).exists();
        of("Linux", Map.of("XDG_CONFIG_HOME", "relative"), PROGRAM).on();
        assertThat(home.resolve(".config/autostart/signalbox.desktop")).exists();
    }

    @Test
    void aPathIsNeverReadAsMoreThanAPath() throws IOException {
        of("Linux", Map.of(), "/opt/a b/$(touch x)`y`\"z%u\\/signalbox").on();
        assertThat(home.resolve(".config/autostart/signalbox.desktop")).content()
                .contains("Exec=\"/opt/a b/\\\\$(touch x)\\\\`y\\\\`\\\\\"z%%u\\\\\\\\/signalbox\"\n");
    }

    @Test
    void anEntryWhoseProgramIsGoneIsPassedOver() throws IOException {
        of("Linux", Map.of(), PROGRAM).on();
        assertThat(home.resolve(".config/autostart/signalbox.desktop")).content()
                .contains("\nTryExec=/opt/signalbox/bin/signalbox\n");
        of("Linux", Map.of(), "/opt/a b/z%u\\/signalbox").on();
        assertThat(home.resolve(".config/autostart/signalbox.desktop")).content()
                .as("a path, neither quoted nor filled in").contains("\nTryExec=/opt/a b/z%u\\\\/signalbox\n");
    }

    @Test
    void oneThatWasSwitchedOffElsewhereIsOff() throws IOException {
        StartAtLogin start = of("Linux", Map.of(), PROGRAM);
        start.on();
        Path entry = home.resolve(".config/autostart/signalbox.desktop");
        Files.writeString(entry, Files.readString(entry) + "Hidden=true\n");
        assertThat(start.isOn()).isFalse();
        Files.writeString(entry,
                Files.readString(entry).replace("enabled=true", "enabled=false").replace("Hidden", "X"));
        assertThat(start.isOn()).isFalse();
        start.on();
        assertThat(start.isOn()).isTrue();
    }

    @Test
    void onMacItIsALaunchAgent() throws IOException {
        StartAtLogin start = of("Mac OS X", Map.of(), "/Applications/A & B.app/Contents/MacOS/Signalbox");
        start.on();
        assertThat(home.resolve("Library/LaunchAgents/dev.signalbox.plist")).content()
                .contains("<string>/Applications/A &amp; B.app/Contents/MacOS/Signalbox</string>")
                .contains("<key>RunAtLoad</key><true/>");
        assertThat(start.isOn()).isTrue();
        start.off();
        assertThat(home.resolve("Library/LaunchAgents")).isEmptyDirectory();
    }

    @Test
    void onWindowsARegistryThatCannotBeAskedIsTold() {
        StartAtLogin start = of("Windows 11", Map.of("SystemRoot", home.toString()), "/c/Signalbox.exe");
        assertThat(start.place()).isEqualTo("the registry");
        org.assertj.core.api.Assertions.assertThatThrownBy(start::isOn).isInstanceOf(IOException.class);
    }

    @Test
    void onWindowsTheProgramIsOneArgument() throws IOException {
        Path reg = Files.createDirectories(home.resolve("System32")).resolve("reg.exe");
        Files.writeString(reg, "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done >> \"" + home + "/asked\"\n");
        Files.setPosixFilePermissions(reg, PosixFilePermissions.fromString("rwx------"));
        of("Windows 11", Map.of("SystemRoot", home.toString()), "/c/Program Files/Signalbox.exe").on();
        assertThat(Files.readAllLines(home.resolve("asked"))).containsExactly(
                "add", "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "/v", "Signalbox", "/t", "REG_SZ",
                "/d",
                "\"/c/Program Files/Signalbox.exe\"", "/f");
    }

    @Test
    void whatWasNotInstalledCannotBeStarted() {
        assertThat(StartAtLogin.of("Linux", Map.of(), home, "")).isEmpty();
        assertThat(StartAtLogin.of("Linux", Map.of(), home, "signalbox")).isEmpty();
    }
}
