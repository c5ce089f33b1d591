package dev.signalbox.logs;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.logs.LogLine.Span;
import java.util.ArrayList;
import java.util.List;

/// Takes a terminal's control sequences out of one line. Colours (`ESC [ … m`) are followed, all others are dropped and
/// counted. A sequence that does not end within the line loses only its introducer, so that it cannot swallow text. What is
/// left goes through [SafeText]. Grammar: ECMA-48; attacks: CVE-2021-25743, CVE-2024-52005.
final class ControlSequences {

    private static final char ESC = '\u001b';
    private static final char BEL = '\u0007';
    private static final char CSI = '\u009b';
    private static final char STRING_END = '\u009c';
    private static final int TAB = 8;

    private final String raw;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Look look = Look.PLAIN;
    private int column;
    private int hidden;

    ControlSequences(String raw) {
        this.raw = raw;
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == ESC || (c >= '\u0080' && c <= '\u009f')) {
                at = skip(at, c);
            } else {
                put(c);
                at++;
            }
        }
        flush();
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    int hidden() {
        return hidden;
    }

    private void put(char c) {
        if (c == '\t') {
            int blanks = TAB - column % TAB;
            text.repeat(' ', blanks);
            column += blanks;
        } else {
            text.append(c);
            column++;
        }
    }

    private void flush() {
        if (!text.isEmpty()) {
            spans.add(new Span(SafeText.line(text.toString()), look.colour(), look.bold()));
            text.setLength(0);
        }
    }

    /// @return where the text goes on
    private int skip(int at, char c) {
        boolean escaped = c == ESC;
        int next = at + (escaped ? 2 : 1);
        if (next > raw.length()) {
            hidden++;
            return raw.length();
        }
        char kind = escaped ? raw.charAt(at + 1) : (char) (c - 0x40);
        switch (kind) {
            case '[' -> {
                return control(next);
            }
            case ']', 'P', '_', '^', 'X' -> {
                hidden++;
                return string(next);
            }
            default -> {
                hidden++;
                return escaped ? escape(at + 1) : next;
            }
        }
    }

    /// `ESC [` parameters, intermediates, final character.
    private int control(int from) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) >= 0x30 && raw.charAt(at) <= 0x3f) {
            at++;
        }
        int parameters = at;
        while (at < raw.length() && raw.charAt(at) >= 0x20 && raw.charAt(at) <= 0x2f) {
            at++;
        }
        if (at >= raw.length() || raw.charAt(at) < 0x40 || raw.charAt(at) > 0x7e) {
            hidden++;
            return from;
        }
        boolean colours =
                raw.charAt(at) == 'm' && at == parameters && !raw.substring(from, parameters).matches("[<-?].*");
        if (colours) {
            flush();
            look = look.after(raw.substring(from, parameters));
        } else {
            hidden++;
        }
        return at + 1;
    }

    /// A string up to BEL or ST: titles, clipboards, links, device commands.
    private int string(int from) {
        for (int at = from; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c == BEL || c == STRING_END) {
                return at + 1;
            }
            if (c == ESC) {
                return at + 1 < raw.length() && raw.charAt(at + 1) == '\\' ? at + 2 : from;
            }
            if (c == CSI || c == '\r') {
                return from;
            }
        }
        return from;
    }

    /// `ESC` intermediates, final character.
    private int escape(int from) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) >= 0x20 && raw.charAt(at) <= 0x2f) {
            at++;
        }
        return at < raw.length() && raw.charAt(at) >= 0x30 && raw.charAt(at) <= 0x7e ? at + 1 : from;
    }
}
