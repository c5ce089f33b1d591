package dev.signalbox.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which modules the installed runtime holds: those of `packaging/common/modules.txt`. A library that begins to need another one
/// would fail at a user's machine, on some path that no test takes; so the build compares with what the class files say.
///
/// @param declared what the runtime is made of
/// @param renounced what class files name and the program never reaches
/// @param leftOut packages of the declared ones, with all below them, that are not put into the runtime (`java.xml/a/b`)
/// @param libraries native libraries that are not put into the runtime, by their names on the system that does not need them
///                  (`liba.so`)
record Modules(Set<String> declared, Set<String> renounced, Set<String> leftOut, Set<String> libraries) {

    private static final String LINUX = "on linux ";
    private static final String NOT = "not ";
    private static final String WITHOUT = "without ";
    private static final String WITHOUT_LIBRARY = "without library ";

    /// @param platform lines for Linux alone are read there only
    static Modules read(Path file, Platform platform) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .filter(line -> platform == Platform.LINUX || !line.startsWith(LINUX))
                .map(line -> line.startsWith(LINUX) ? line.substring(LINUX.length()).strip() : line)
                .toList();
        return new Modules(
                lines.stream().filter(line -> !line.startsWith(NOT) && !line.startsWith(WITHOUT))
                        .collect(Collectors.toCollection(TreeSet::new)),
                those(lines, NOT),
                those(lines.stream().filter(line -> !line.startsWith(WITHOUT_LIBRARY)).toList(), WITHOUT),
                those(lines, WITHOUT_LIBRARY));
    }

    private static Set<String> those(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// @param present what a runtime made of the declared ones holds
    /// @throws IOException naming what is needed and not there
    void refuseIfMissing(Set<String> needed, Set<String> present) throws IOException {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(present);
        missing.removeAll(renounced);
        if (!missing.isEmpty()) {
            throw new IOException("packaging/common/modules.txt lacks modules that the jars use: " + missing);
        }
    }

    /// What the jars use of the platform, by their class files.
    static Set<String> neededBy(List<Path> jars, Path javafx) throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        ToolProvider jdeps =
                ToolProvider.findFirst("jdeps").orElseThrow(() -> new IOException("This JDK has no jdeps"));
        Stream<String> flags = Stream.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "25",
                "--module-path", javafx.toString());
        int exit = jdeps.run(writer, writer,
                Stream.concat(flags, jars.stream().map(Path::toString)).toArray(String[]::new));
        if (exit != 0) {
            throw new IOException("jdeps ended with " + exit + ":\n" + said);
        }
        return parse(said.toString());
    }

    /// The last line names them; warnings come before it.
    static Set<String> parse(String printed) {
        String last = printed.strip().lines().reduce("", (before, line) -> line);
        return Stream.of(last.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a made runtime holds, by its `release` file.
    static Set<String> heldBy(Path runtime) throws IOException {
        try (Stream<String> lines = Files.lines(runtime.resolve("release"))) {
            return lines.filter(line -> line.startsWith("MODULES="))
                    .flatMap(line -> Stream.of(line.replaceFirst("MODULES=", "").replace("\"", "").split(" ")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
