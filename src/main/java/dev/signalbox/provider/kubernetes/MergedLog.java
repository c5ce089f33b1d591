package dev.signalbox.provider.kubernetes;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lines of several containers in the order of their time; behind the time of each stands which container wrote it, then
/// U+2502 and a blank. Names in Kubernetes hold neither, so a container cannot write in another's name.
final class MergedLog {

    private static final String BAR = " \u2502 ";

    private final List<String> said = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private record Line(Instant time, String text) {}

    /// A line of our own before all others.
    void say(String words) {
        said.add("(" + words + ")");
    }

    /// @param log with a time before each line; one without belongs to the line before it
    void add(String source, String log) {
        Instant last = Instant.EPOCH;
        for (String line : log.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            int blank = line.indexOf(' ');
            String stamp = blank < 0 ? line : line.substring(0, blank);
            String rest = blank < 0 ? "" : line.substring(blank + 1);
            try {
                last = Instant.parse(stamp);
                lines.add(new Line(last, stamp + " " + source + BAR + rest));
            } catch (DateTimeException e) {
                lines.add(new Line(last, source + BAR + line));
            }
        }
    }

    String text() {
        StringBuilder all = new StringBuilder();
        said.forEach(line -> all.append(line).append('\n'));
        // Stable: lines of one container stay in their order.
        lines.stream().sorted(Comparator.comparing(Line::time)).forEach(line -> all.append(line.text()).append('\n'));
        return all.toString();
    }
}
