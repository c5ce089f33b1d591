package dev.signalbox.packaging;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What an image starts.
///
/// @param jar name of the jar with the main class
/// @param training what its cache of classes is trained by
/// @param practice the arguments of that run
record Program(String jar, String main, Training training, List<String> practice) {

    private static final String CONSOLE = "dev.signalbox.Main";

    /// @param scratch a folder for the files of the run and the pictures
    static Program console(String jar, Training training, Path scratch) {
        return new Program(jar, CONSOLE, training, switch (training) {
            // As the menu starts it.
            case START -> List.of();
            case STORY -> List.of(
                    "--practice", "--snapshot", scratch.resolve("pictures").toString(), "--data",
                    scratch.resolve("data").toString());
            case SCREENS -> new Trial(scratch).arguments();
        });
    }

    /// An almost empty window, to measure the console against.
    static Program emptyWindow(String jar, Training training) {
        return new Program(jar, "dev.signalbox.bench.EmptyWindow", training, List.of("once"));
    }

    boolean isConsole() {
        return main.equals(CONSOLE);
    }

    /// The command line of a practice run.
    ///
    /// @param java of the image
    /// @param file the image's flags and class path; training and use must have the same
    /// @param mode the flags of the training
    List<String> command(Path java, LauncherFile file, List<String> mode, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(file.options().stream().filter(option -> !option.startsWith("-XX:AOTCache=")).toList());
        if (training != Training.START) {
            // The console asks for no display when it draws pictures; the empty window has to be told.
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(mode);
        command.addAll(List.of("-classpath", String.join(File.pathSeparator, file.classPath()), main));
        command.addAll(arguments);
        return command;
    }
}
