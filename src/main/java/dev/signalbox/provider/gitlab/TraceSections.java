package dev.signalbox.provider.gitlab;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the sections of a GitLab log into the groups that the log viewer folds. A section begins and ends with a marker
/// that a terminal would overwrite at once, and often one ends where the next begins, in the same line:
/// <https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections>. Newer runners put a time and the number of a
/// stream before each line; the number goes. Every other byte stays as it is.
final class TraceSections {

    /// Markers stand at the beginning of lines; of longer ones the rest is passed on in pieces.
    private static final int PIECE = 1 << 14;

    private static final Pattern MARK = Pattern.compile(
            "section_(start|end):\\d{1,12}:([A-Za-z0-9_.-]{1,200})(?:\\[[^\\]\\r\\n]{0,300}])?\\r(?:\\u001b\\[0K)*");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{1,9}Z )[0-9a-f]{2}[OE][ +]");

    private TraceSections() {}

    /// Reads a whole log and writes it with groups.
    static void fold(Path raw, Path folded) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(raw), 1 << 16);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(folded), 1 << 16)) {
            fold(in, out);
        }
    }

    static void fold(InputStream in, OutputStream out) throws IOException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
        boolean begins = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            piece.write(b);
            if (b == '\n' || piece.size() >= PIECE) {
                write(piece, begins, out);
                begins = b == '\n';
            }
        }
        write(piece, begins, out);
    }

    private static void write(ByteArrayOutputStream piece, boolean begins, OutputStream out) throws IOException {
        // One character for each byte, so that whatever it is comes out again as it was.
        String line = piece.toString(StandardCharsets.ISO_8859_1);
        piece.reset();
        out.write((begins ? line(line) : line).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String line(String line) {
        Matcher time = TIME.matcher(line);
        boolean timed = time.lookingAt();
        String prefix = timed ? time.group(1) : "";
        String text = timed ? line.substring(time.end()) : line;
        Matcher mark = MARK.matcher(text);
        if (!mark.find()) {
            return prefix + text;
        }
        StringBuilder out = new StringBuilder();
        add(out, prefix, text.substring(0, mark.start()));
        boolean more = true;
        while (more) {
            boolean start = mark.group(1).equals("start");
            String name = mark.group(2);
            int from = mark.end();
            more = mark.find();
            String after = text.substring(from, more ? mark.start() : text.length());
            if (start) {
                String title = after.isBlank() ? name.replace('_', ' ') : withoutEnd(after);
                add(out, prefix, "##[group]" + title);
            } else {
                add(out, prefix, "##[endgroup]");
                add(out, prefix, after);
            }
        }
        return out.toString();
    }

    private static void add(StringBuilder out, String prefix, String text) {
        String content = withoutEnd(text);
        if (!content.isEmpty()) {
            out.append(prefix).append(content).append('\n');
        }
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
