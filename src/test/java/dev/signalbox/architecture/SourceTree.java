package dev.signalbox.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rules about the text of the sources, which class files no longer show. Every rule returns its breaches.
final class SourceTree {

    static final int LONGEST_FILE = 300;

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    private static final Pattern AUTHOR = Pattern.compile("^\\s*(///|\\*).*@auth" + "or");
    private static final Pattern SHELL = Pattern.compile("\"(/bin/)?(sh|bash|cmd|cmd\\.exe|powershell)\"");

    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?[\\w.]*?(\\w+);$");

    private final Path root;

    SourceTree(Path root) {
        this.root = root;
    }

    List<String> tooLong() throws IOException {
        return breaches((file, lines) -> lines.size() > LONGEST_FILE
                ? Stream.of(file + " has " + lines.size() + " lines, at most " + LONGEST_FILE)
                : Stream.empty());
    }

    /// Marks of unfinished work and author tags belong into the issue tracker and the history.
    List<String> marks() throws IOException {
        return breaches((file, lines) -> numbered(file, lines)
                .filter(line -> UNFINISHED.matcher(line.text).find()
                        || AUTHOR.matcher(line.text).find())
                .map(Line::toString));
    }

    /// A warning may be silenced for a reason that stands in a comment on the same line or just above.
    List<String> silencedWithoutReason() throws IOException {
        return breaches((file, lines) -> numbered(file, lines)
                .filter(line -> line.text.stripLeading().startsWith("@Suppress" + "Warnings"))
                .filter(line -> !line.text.contains("//") && !isComment(lines, line.number - 2))
                .map(Line::toString));
    }

    List<String> unusedImports() throws IOException {
        return breaches((file, lines) -> {
            String body = lines.stream()
                    .filter(line -> !line.startsWith("import "))
                    .collect(Collectors.joining("\n"));
            return numbered(file, lines).filter(line -> importsUnusedName(line.text, body)).map(Line::toString);
        });
    }

    /// Programs are started with a list of arguments, never through a shell.
    List<String> shells() throws IOException {
        return breaches((file, lines) -> numbered(file, lines).filter(line -> SHELL.matcher(line.text).find())
                .map(Line::toString));
    }

    /// Packages of this tree that no `package-info.java`, here or in the tree beside it, marks as free of nulls.
    List<String> unmarkedPackages(SourceTree beside) throws IOException {
        Set<Path> packages = new TreeSet<>();
        for (Path file : javaFiles()) {
            packages.add(root.relativize(file.getParent()));
        }
        List<String> unmarked = new ArrayList<>();
        for (Path name : packages) {
            if (!isMarked(root.resolve(name)) && !isMarked(beside.root.resolve(name))) {
                unmarked.add(name + " has no package-info.java with a sentence and @NullMarked");
            }
        }
        return unmarked;
    }

    private static boolean importsUnusedName(String line, String body) {
        Matcher name = IMPORT.matcher(line);
        return name.matches() && !Pattern.compile("\\b" + name.group(1) + "\\b").matcher(body).find();
    }

    private static boolean isMarked(Path folder) throws IOException {
        Path info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            return false;
        }
        List<String> lines = Files.readAllLines(info);
        return lines.stream().anyMatch(line -> line.startsWith("/// ")) && lines.contains("@NullMarked");
    }

    private static boolean isComment(List<String> lines, int index) {
        return index >= 0 && lines.get(index).stripLeading().startsWith("//");
    }

    private List<String> breaches(Rule rule) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : javaFiles()) {
            rule.breaches(root.relativize(file), Files.readAllLines(file)).forEach(found::add);
        }
        return found;
    }

    private List<Path> javaFiles() throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static Stream<Line> numbered(Path file, List<String> lines) {
        return IntStream.range(0, lines.size()).mapToObj(index -> new Line(file, index + 1, lines.get(index)));
    }

    private interface Rule {
        Stream<String> breaches(Path file, List<String> lines);
    }

    private record Line(Path file, int number, String text) {
        @Override
        public String toString() {
            return file + ":" + number + ": " + text.strip();
        }
    }
}
