package dev.signalbox.desktop;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Whether the system starts the console when its user logs in. On Linux an entry of the user's own in the autostart folder,
/// tried; on macOS a launch agent and on Windows a value below the user's Run key, neither of which has run anywhere yet.
public sealed interface StartAtLogin {

    /// Whether it does now. May block.
    boolean isOn() throws IOException;

    /// Has it start at login, or no longer. May block.
    void on() throws IOException;

    /// The same, the other way.
    void off() throws IOException;

    /// That of this system.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    /// @param program the launcher that was installed; empty when the console was not installed
    /// @return absent where there is nothing that could be started
    static Optional<StartAtLogin> of(
            String system, Map<String, String> environment, Path home, String program) {
        if (program.isBlank() || !Path.of(program).isAbsolute()) {
            return Optional.empty();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return Optional.of(new InFile(
                    home.resolve("Library/LaunchAgents/dev.signalbox.plist"), agent(program)));
        }
        if (name.contains("windows")) {
            Path root = Path.of(environment.getOrDefault("SystemRoot", "C:\\Windows"));
            return Optional.of(new InRegistry(root.resolve("System32").resolve("reg.exe"), program));
        }
        String told = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path settings = !told.isBlank() && Path.of(told).isAbsolute() ? Path.of(told) : home.resolve(".config");
        return Optional.of(new InFile(settings.resolve("autostart/signalbox.desktop"), entry(program)));
    }

    /// Desktop Application Autostart Specification 0.5; quoting of `Exec` as in the Desktop Entry Specification 1.5. An entry
    /// whose `TryExec` is gone is passed over: whoever removes the program need not know of it.
    private static String entry(String program) {
        String quoted = program.replace("%", "%%").replaceAll("([\"`$\\\\])", "\\\\$1");
        return """
                [Desktop Entry]
                Type=Application
                Version=1.5
                Name=Signalbox
                Comment=Started at login, as chosen in its settings
                TryExec=%s
                Exec="%s"
                Icon=signalbox
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(program.replace("\\", "\\\\"), quoted.replace("\\", "\\\\"));
    }

    private static String agent(String program) {
        String escaped = program.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key><string>dev.signalbox</string>
                  <key>ProgramArguments</key><array><string>%s</string></array>
                  <key>RunAtLoad</key><true/>
                </dict>
                </plist>
                """.formatted(escaped);
    }

    /// A file that says so by being there.
    record InFile(Path file, String content) implements StartAtLogin {

        private static final int LARGEST = 64 * 1024;

        /// Also a person may have switched an entry off in their desktop's own settings.
        @Override
        public boolean isOn() throws IOException {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return false;
            }
            String text = Files.readString(file);
            return !text.contains("\nHidden=true") && !text.contains("\nX-GNOME-Autostart-enabled=false");
        }

        @Override
        public void on() throws IOException {
            Path folder = file.getParent();
            if (folder == null) {
                throw new IOException("No folder");
            }
            Files.createDirectories(folder);
            Path fresh = folder.resolve("." + file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.writeString(fresh, content);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void off() throws IOException {
            if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// A value below the key whose values Windows starts. No shell reads the arguments.
    record InRegistry(Path reg, String program) implements StartAtLogin {

        private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
        private static final int PATIENCE = 10;

        @Override
        public boolean isOn() throws IOException {
            return run("query", KEY, "/v", "Signalbox") == 0;
        }

        @Override
        public void on() throws IOException {
            must(run("add", KEY, "/v", "Signalbox", "/t", "REG_SZ", "/d", '"' + program + '"', "/f"));
        }

        @Override
        public void off() throws IOException {
            if (isOn()) {
                must(run("delete", KEY, "/v", "Signalbox", "/f"));
            }
        }

        private static void must(int code) throws IOException {
            if (code != 0) {
                throw new IOException("The registry refused");
            }
        }

        private int run(String... arguments) throws IOException {
            List<String> command = new java.util.ArrayList<>(List.of(reg.toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IOException("The registry does not answer");
                }
                return process.exitValue();
            } catch (InterruptedException stop) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", stop);
            }
        }
    }

    /// For messages: where it would be.
    default String place() {
        return switch (this) {
            case InFile(Path file, String content) -> file.toString();
            case InRegistry(Path reg, String program) -> "the registry";
        };
    }
}
