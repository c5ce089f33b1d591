package dev.signalbox.provider.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The text of a document, to be changed in single places. Whatever is not touched stays as it was written: comments, blank
/// lines, quotes, what nobody understands. The result is not judged here: whoever changes a text reads it again before it
/// is used.
///
/// A place is named by its keys and the numbers of its items, from 0, with slashes between: `clusters/0/production`.
public final class YamlText {

    private final String text;
    private final @Nullable Node root;

    private YamlText(String text, @Nullable Node root) {
        this.text = text;
        this.root = root;
    }

    /// @throws YamlProblem when it cannot be read
    public static YamlText of(String text) throws YamlProblem {
        // Read by the strict door first: what comes after need not fear anything.
        if (YamlDoor.read(text, "text").isEmpty()) {
            return new YamlText(text, null);
        }
        return new YamlText(text, new Compose(YamlDoor.settings("text")).composeString(text).orElse(null));
    }

    /// The same without an entry of a mapping or an item of a list, and the comments within it. A list of lines goes with
    /// its last item.
    public String without(String place) {
        List<String> path = List.of(place.split("/"));
        Node parent = find(path.subList(0, path.size() - 1));
        String last = path.getLast();
        return switch (parent) {
            case SequenceNode sequence -> withoutItem(sequence, Integer.parseInt(last), path);
            case MappingNode mapping -> withoutEntry(mapping, last);
            case null, default -> throw new IllegalArgumentException(place + " is not there");
        };
    }

    private String withoutItem(SequenceNode sequence, int number, List<String> path) {
        List<Node> items = sequence.getValue();
        if (isFlow(sequence)) {
            return cutFlow(items, items, number);
        }
        if (items.size() == 1) {
            return without(String.join("/", path.subList(0, path.size() - 1)));
        }
        int from = number == 0 ? lineStart(start(sequence)) : dashLine(lineEnd(end(items.get(number - 1))));
        return cut(from, lineEnd(end(items.get(number))));
    }

    private String withoutEntry(MappingNode mapping, String key) {
        List<NodeTuple> entries = mapping.getValue();
        int number = indexOf(mapping, key);
        if (number < 0) {
            throw new IllegalArgumentException(key + " is not there");
        }
        List<Node> keys = entries.stream().map(NodeTuple::getKeyNode).toList();
        List<Node> values = entries.stream().map(NodeTuple::getValueNode).toList();
        if (isFlow(mapping)) {
            return cutFlow(keys, values, number);
        }
        int begin = start(keys.get(number));
        if (!text.substring(lineStart(begin), begin).isBlank() && number + 1 < entries.size()) {
            // The dash of an item stands before it, and is the next one's then.
            return cut(begin, start(keys.get(number + 1)));
        }
        return cut(lineStart(begin), lineEnd(end(values.get(number))));
    }

    private String cutFlow(List<Node> begins, List<Node> ends, int number) {
        if (number > 0) {
            return cut(end(ends.get(number - 1)), end(ends.get(number)));
        }
        return cut(start(begins.getFirst()), begins.size() > 1 ? start(begins.get(1)) : end(ends.getFirst()));
    }

    /// The same with this value.
    ///
    /// @param value on one line, as it stands in YAML
    public String with(String place, String value) {
        List<String> path = List.of(place.split("/"));
        if (!(find(path.subList(0, path.size() - 1)) instanceof MappingNode mapping)) {
            throw new IllegalArgumentException(place + " is not there");
        }
        int number = indexOf(mapping, path.getLast());
        if (number >= 0) {
            Node old = mapping.getValue().get(number).getValueNode();
            int begin = start(old);
            String gap = begin > 0 && text.charAt(begin - 1) == ':' ? " " : "";
            return text.substring(0, begin) + gap + value + text.substring(end(old));
        }
        String entry = path.getLast() + ": " + value;
        return isFlow(mapping) ? intoFlow(mapping, entry) : withLines(mapping, List.of(entry));
    }

    /// The same with one more item, a mapping, at the end of a list; the list is made if there is none.
    ///
    /// @param key of the list, at the top
    /// @param lines of the mapping, `key: value` on one line each
    public String adding(String key, List<String> lines) {
        if (!(root instanceof MappingNode top)) {
            throw new IllegalArgumentException("there is nothing to add to");
        }
        int number = indexOf(top, key);
        if (number < 0) {
            List<String> fresh = new ArrayList<>(List.of(key + ":"));
            fresh.addAll(item("  ", lines));
            return withLines(top, fresh);
        }
        Node list = top.getValue().get(number).getValueNode();
        if (!(list instanceof SequenceNode sequence)) {
            return after(end(list), item(indent(start(top.getValue().get(number).getKeyNode())) + "  ", lines));
        }
        return isFlow(sequence)
                ? intoFlow(sequence, "{" + String.join(", ", lines) + "}")
                : after(end(sequence), item(indent(start(sequence)), lines));
    }

    private static List<String> item(String indent, List<String> lines) {
        List<String> item = new ArrayList<>();
        lines.forEach(line -> item.add(indent + (item.isEmpty() ? "- " : "  ") + line));
        return item;
    }

    private String withLines(MappingNode mapping, List<String> lines) {
        String indent = indent(start(mapping.getValue().getFirst().getKeyNode()));
        return after(end(mapping), lines.stream().map(line -> indent + line).toList());
    }

    private String intoFlow(CollectionNode<?> collection, String what) {
        int close = end(collection) - 1;
        return text.substring(0, close) + (collection.getValue().isEmpty() ? "" : ", ") + what + text.substring(close);
    }

    /// New lines after the one in which this place lies.
    private String after(int place, List<String> lines) {
        String newLine = text.contains("\r\n") ? "\r\n" : "\n";
        int at = lineEnd(place);
        String gap = at > 0 && text.charAt(at - 1) != '\n' ? newLine : "";
        return text.substring(0, at) + gap + String.join(newLine, lines) + newLine + text.substring(at);
    }

    private String cut(int from, int to) {
        return text.substring(0, from) + text.substring(to);
    }

    private @Nullable Node find(List<String> path) {
        Node at = root;
        for (String step : path) {
            at = switch (at) {
                case MappingNode mapping when indexOf(mapping, step) >= 0 ->
                        mapping.getValue().get(indexOf(mapping, step)).getValueNode();
                case SequenceNode sequence -> sequence.getValue().get(Integer.parseInt(step));
                case null, default -> throw new IllegalArgumentException(step + " is not there");
            };
        }
        return at;
    }

    private static int indexOf(MappingNode mapping, String key) {
        for (int i = 0; i < mapping.getValue().size(); i++) {
            if (mapping.getValue().get(i).getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isFlow(CollectionNode<?> collection) {
        return collection.getFlowStyle() == FlowStyle.FLOW;
    }

    private int start(Node node) {
        return offset(node.getStartMark());
    }

    /// Where its last word ends. The parser's own end of a list of lines lies behind the comments that follow it.
    private int end(Node node) {
        if (node instanceof CollectionNode<?> collection && !isFlow(collection) && !collection.getValue().isEmpty()) {
            return end(collection.getValue().getLast() instanceof NodeTuple tuple
                    ? tuple.getValueNode()
                    : (Node) collection.getValue().getLast());
        }
        int end = offset(node.getEndMark());
        while (end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int offset(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.map(Mark::getIndex).orElseThrow());
    }

    private int lineStart(int place) {
        return text.lastIndexOf('\n', place - 1) + 1;
    }

    private int lineEnd(int place) {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end + 1;
    }

    /// The first line from here on that begins with a dash.
    private int dashLine(int from) {
        int line = from;
        while (!text.substring(line, lineEnd(line)).stripLeading().startsWith("-")) {
            if (line >= text.length()) {
                throw new IllegalArgumentException("an item without a dash");
            }
            line = lineEnd(line);
        }
        return line;
    }

    private String indent(int place) {
        return " ".repeat(place - lineStart(place));
    }
}
