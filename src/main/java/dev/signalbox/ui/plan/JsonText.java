package dev.signalbox.ui.plan;

/// Spreads JSON over lines for reading. Only white space outside of strings changes, so what is shown is what is sent;
/// text that is no JSON stays as it is. Small objects and lists stay in one line.
final class JsonText {

    private static final int MOST = 200_000;
    private static final int DEEPEST = 40;
    private static final int ONE_LINE = 88;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static String pretty(String json) {
        String text = json.strip();
        if (text.isEmpty() || text.length() > MOST || "{[".indexOf(text.charAt(0)) < 0) {
            return json;
        }
        return new JsonText(text).spread();
    }

    private String spread() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> string();
                case '{', '[' -> {
                    String small = small();
                    if (small.isEmpty()) {
                        out.append(c);
                        newLine(++depth);
                        at++;
                    } else {
                        out.append(small);
                    }
                }
                case '}', ']' -> {
                    depth = Math.max(0, depth - 1);
                    newLine(depth);
                    out.append(c);
                    at++;
                }
                case ',' -> {
                    out.append(c);
                    newLine(depth);
                    at++;
                }
                default -> solid(c);
            }
        }
        return out.toString();
    }

    /// The object or list that begins here, in one line, when it holds no other and is short; empty otherwise.
    private String small() {
        int begin = at;
        int length = out.length();
        out.append(text.charAt(at++));
        while (at < text.length() && out.length() - length <= ONE_LINE) {
            char c = text.charAt(at);
            if (c == '"') {
                string();
            } else if (c == '}' || c == ']') {
                out.append(c);
                at++;
                String line = out.substring(length);
                out.setLength(length);
                return line;
            } else if (c == '{' || c == '[') {
                break;
            } else if (c == ',') {
                out.append(", ");
                at++;
            } else {
                solid(c);
            }
        }
        at = begin;
        out.setLength(length);
        return "";
    }

    private void solid(char c) {
        if (c == ':') {
            out.append(": ");
        } else if (!Character.isWhitespace(c)) {
            out.append(c);
        }
        at++;
    }

    private void string() {
        out.append(text.charAt(at++));
        while (at < text.length()) {
            char c = text.charAt(at++);
            out.append(c);
            if (c == '\\' && at < text.length()) {
                out.append(text.charAt(at++));
            } else if (c == '"') {
                return;
            }
        }
    }

    private void newLine(int depth) {
        out.append('\n').repeat("  ", Math.min(depth, DEEPEST));
    }
}
