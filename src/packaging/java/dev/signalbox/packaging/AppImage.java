package dev.signalbox.packaging;

import dev.signalbox.bench.VirtualScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The program with its runtime in one folder, as jpackage lays it out.
///
/// @param folder the image itself
record AppImage(Programs programs, Platform platform, Program program, Path folder) {

    /// The cache of loaded classes, beside the jars.
    static final String CACHE = "signalbox.aot";

    /// @param parent where the image is made
    /// @param jars the folder with all jars, and nothing else
    static AppImage make(
            Programs programs,
            Platform platform,
            Path parent,
            Path jars,
            Program program,
            Path runtime,
            Path icon,
            JvmOptions options,
            String version)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", platform.program(),
                "--app-version", platform.version(version),
                "--vendor", Words.VENDOR,
                "--description", Words.DESCRIPTION,
                "--copyright", Words.COPYRIGHT,
                "--icon", icon.toString(),
                "--input", jars.toString(),
                "--main-jar", program.jar(),
                "--main-class", program.main(),
                "--runtime-image", runtime.toString(),
                "--dest", parent.toString()));
        if (platform == Platform.MAC) {
            arguments.addAll(List.of("--mac-package-identifier", "dev.signalbox"));
        }
        for (String option : options.flags()) {
            arguments.addAll(List.of("--java-options", option));
        }
        // Not there or not fitting, it is passed over: a start without it is slow, not broken.
        arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + CACHE));
        programs.tool("jpackage", arguments);
        return new AppImage(programs, platform, program, platform.image(parent));
    }

    /// Runs the program once with the image's own runtime, flags and class path, and keeps the classes that it used.
    ///
    /// @param scratch a folder for what is recorded, and for the files of the run
    void train(Path scratch) throws IOException, InterruptedException {
        Path used = Files.createDirectories(scratch).resolve("signalbox.classes");
        record(scratch, used);
        if (!Files.isRegularFile(used)) {
            throw new IOException("The practice run ended well and recorded nothing; see " + programs.folder());
        }
        // Made from a list of classes, not by `AOTMode=create`: that leaves out what lambdas become unless it also makes all
        // classes ready before the first line of the program runs (docs/decisions/0067-memory-of-a-day.md).
        programs.run(java(
                List.of("-Xshare:dump", "-XX:SharedClassListFile=" + used, "-XX:SharedArchiveFile=" + cache()),
                List.of()));
    }

    private void record(Path scratch, Path used) throws IOException, InterruptedException {
        if (program.training() != Training.START) {
            Trial trial = new Trial(scratch);
            trial.prepare();
            programs.run(recording(used), trial.environment());
            return;
        }
        try (VirtualScreen screen = VirtualScreen.open()) {
            Map<String, String> display = Map.of("DISPLAY", screen.display());
            if (program.isConsole()) {
                new EverydayStart(programs, scratch).record(this::recording, used, display);
            } else {
                programs.run(recording(used), display);
            }
        }
    }

    private List<String> recording(Path used) throws IOException {
        return java(List.of("-XX:DumpLoadedClassList=" + used), program.practice());
    }

    Path cache() {
        return platform.jars(folder).resolve(CACHE);
    }

    /// Starts the installed program as people do, and only with the cache: it draws its screens.
    ///
    /// @param scratch a new folder for the files of the run
    /// @return what it says to `--help`
    String tryOut(Path scratch) throws IOException, InterruptedException {
        String launcher = platform.launcher(folder).toString();
        Trial trial = new Trial(scratch);
        trial.prepare();
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(trial.arguments());
        Map<String, String> strict = new HashMap<>(trial.environment());
        strict.put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
        programs.run(command, strict);
        trial.refuseIfNotDrawn();
        String help = programs.run(List.of(launcher, "--help"));
        if (!help.contains("signalbox")) {
            throw new IOException("The image does not say how it is used: " + help);
        }
        return help;
    }

    private List<String> java(List<String> mode, List<String> arguments) throws IOException {
        return program.command(platform.java(platform.runtime(folder)), LauncherFile.read(platform.jars(folder)), mode,
                arguments);
    }
}
