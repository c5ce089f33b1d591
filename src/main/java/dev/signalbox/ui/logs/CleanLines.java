package dev.signalbox.ui.logs;

import dev.signalbox.domain.text.Redaction;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogLine;
import java.io.IOException;
import java.util.List;

/// Lines of one log without what looks like a secret and without the tokens that the console holds, as they are shown,
/// copied and saved. Lines belong together: a private key goes on over many of them, so that a line is read after those
/// before it.
final class CleanLines {

    private final LogIndex index;
    private final LogPages.LinesOf lines;
    private final OutgoingLines outgoing;
    private int next;

    /// @param lines how a line is read
    CleanLines(LogIndex index, LogPages.LinesOf lines, Redaction redaction) {
        this.index = index;
        this.lines = lines;
        outgoing = new OutgoingLines(redaction);
    }

    /// A line; quickest when they are asked for from the first to the last.
    LogLine line(int number) throws IOException {
        if (number < next || number - OutgoingLines.KEY_LINES > next) {
            next = 0;
            outgoing.forget();
        }
        for (int before = Math.max(next, number - OutgoingLines.KEY_LINES); before < number; before++) {
            outgoing.remember(lines.read(index, before).text());
        }
        next = number + 1;
        LogLine line = lines.read(index, number);
        String text = line.text();
        String clean = outgoing.next(text);
        return clean.equals(text) ? line : replaced(line, clean);
    }

    /// In one colour: what was hidden may have had several.
    private static LogLine replaced(LogLine line, String text) {
        LogLine.Span look =
                line.spans().isEmpty() ? new LogLine.Span("", LogLine.Colour.PLAIN, false) : line.spans().getFirst();
        return new LogLine(
                line.time(), line.source(), List.of(new LogLine.Span(text, look.colour(), look.bold())), line.kind(),
                line.hidden(), line.more());
    }
}
