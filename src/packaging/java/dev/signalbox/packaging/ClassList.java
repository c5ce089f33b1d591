package dev.signalbox.packaging;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The text in which a JVM writes down what it used (`-XX:DumpLoadedClassList`), and from which it makes a cache
/// (`-XX:SharedClassListFile`): a class, or what a lambda became, on each line.
final class ClassList {

    private static final String LAMBDA = "@lambda-proxy ";

    private ClassList() {}

    /// What one or the other used, each once, in the order of use.
    static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>();
        add(one, all);
        add(other, all);
        return List.copyOf(all);
    }

    /// @throws IOException when a list cannot be that of a console whose board was open
    static List<String> whole(List<String> list) throws IOException {
        if (list.stream().noneMatch(line -> line.startsWith("dev/signalbox/ui/board/BoardView"))
                || list.stream().noneMatch(line -> line.startsWith(LAMBDA + "dev/signalbox/ui/board/"))) {
            throw new IOException(
                    "The training opened no board: only " + list.size() + " classes and lambdas were used");
        }
        return list;
    }

    private static void add(List<String> list, Set<String> all) {
        for (String line : list) {
            // Classes of other loaders are named by numbers, which each process gives anew. The rest needs none.
            if (!line.startsWith("#") && !line.contains(" source: ")) {
                all.add(line.replaceFirst(" id: \\d+$", ""));
            }
        }
    }
}
