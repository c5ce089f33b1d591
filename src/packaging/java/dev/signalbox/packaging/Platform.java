package dev.signalbox.packaging;

import java.nio.file.Path;
import java.util.Locale;

/// The three systems that installers are made for, and where their images keep things.
enum Platform {
    LINUX("signalbox", "lib/app", "lib/runtime", "bin/signalbox", "lib"),
    MAC("Signalbox", "Contents/app", "Contents/runtime/Contents/Home", "Contents/MacOS/Signalbox", "lib"),
    WINDOWS("Signalbox", "app", "runtime", "Signalbox.exe", "bin");

    private final String program;
    private final String jars;
    private final String runtime;
    private final String launcher;
    private final String libraries;

    Platform(String program, String jars, String runtime, String launcher, String libraries) {
        this.program = program;
        this.jars = jars;
        this.runtime = runtime;
        this.launcher = launcher;
        this.libraries = libraries;
    }

    /// @param system name of the operating system, as Java tells it
    static Platform of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.contains("mac") ? MAC : name.contains("windows") ? WINDOWS : LINUX;
    }

    /// What the program is called where people see files: lower case on Linux, where it is typed.
    String program() {
        return program;
    }

    /// The folder that jpackage makes.
    Path image(Path folder) {
        return folder.resolve(this == MAC ? program + ".app" : program);
    }

    Path jars(Path image) {
        return image.resolve(jars);
    }

    Path runtime(Path image) {
        return image.resolve(runtime);
    }

    Path launcher(Path image) {
        return image.resolve(launcher);
    }

    /// Where a runtime looks for native libraries.
    Path libraries(Path runtime) {
        return runtime.resolve(libraries);
    }

    /// `java` of a runtime.
    Path java(Path runtime) {
        return runtime.resolve(this == WINDOWS ? "bin/java.exe" : "bin/java");
    }

    /// The project's version in the form that the installers of this system take: numbers only. macOS refuses a first number of
    /// zero, so there everything before 1.0 is one higher.
    String version(String project) {
        String numbers = project.replaceFirst("-.*$", "");
        if (!numbers.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("Not a version of three numbers: " + project);
        }
        return this == MAC && numbers.startsWith("0.") ? "1" + numbers.substring(1) : numbers;
    }
}
