package dev.signalbox.wiring.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes YAML line by line. Text that any reader of YAML takes for just that text stands plainly, all other text between
/// double quotes, where everything but printable ASCII is escaped: nothing that came from outside can end a line, become
/// another key, or look like other text than it is.
final class YamlLines {

    /// Begins with a letter, so that it is no number and no time, and holds nothing that means something in YAML.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9._/@+-]*");

    /// What some reader takes for a truth value or for nothing.
    private static final Pattern WORDS = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null");

    private static final String STEP = "  ";

    private final StringBuilder text;
    private final String indent;

    YamlLines() {
        this(new StringBuilder(), "");
    }

    private YamlLines(StringBuilder text, String indent) {
        this.text = text;
        this.indent = indent;
    }

    /// A line `key: value`.
    YamlLines text(String key, String value) {
        return line(key, scalar(value));
    }

    /// The same, if there is a value.
    YamlLines maybe(String key, @Nullable Object value) {
        return value == null ? this : text(key, value.toString());
    }

    /// The same, if the value is not the usual one.
    YamlLines unless(String usual, String key, String value) {
        return value.equals(usual) ? this : text(key, value);
    }

    /// A line `key: true`, or none.
    YamlLines flag(String key, boolean set) {
        return flag(key, set, false);
    }

    /// The same, or a line `key: false` where none would mean true.
    YamlLines flag(String key, boolean set, boolean preset) {
        return set || preset ? line(key, String.valueOf(set)) : this;
    }

    /// A line `key: [one, two]`, or none for an empty list.
    YamlLines texts(String key, Collection<?> values) {
        return values.isEmpty()
                ? this
                : line(key, values.stream().map(v -> scalar(v.toString())).collect(Collectors.joining(", ", "[", "]")));
    }

    /// A mapping under a key.
    YamlLines mapping(String key, Block block) {
        text.append(indent).append(scalar(key)).append(":\n");
        block.into(new YamlLines(text, indent + STEP));
        return this;
    }

    /// A list of mappings under a key, or nothing for an empty list. Each must write at least one line.
    <T> YamlLines items(String key, List<T> items, Item<T> item) {
        if (items.isEmpty()) {
            return this;
        }
        text.append(indent).append(scalar(key)).append(":\n");
        for (T one : items) {
            int begin = text.length();
            item.into(one, new YamlLines(text, indent + STEP + STEP));
            // The first line of an item carries the dash in its indent.
            text.setCharAt(begin + indent.length() + STEP.length(), '-');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private YamlLines line(String key, String value) {
        text.append(indent).append(scalar(key)).append(": ").append(value).append('\n');
        return this;
    }

    static String scalar(String value) {
        return PLAIN.matcher(value).matches() && !WORDS.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder(value.length() + 8).append('"');
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7f) {
                out.append((char) c);
            } else if (c <= 0xffff) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append(String.format(Locale.ROOT, "\\U%08x", c));
            }
        });
        return out.append('"').toString();
    }

    /// Writes the lines of a mapping.
    interface Block {
        void into(YamlLines lines);
    }

    /// Writes the lines of one item.
    interface Item<T> {
        void into(T item, YamlLines lines);
    }
}
