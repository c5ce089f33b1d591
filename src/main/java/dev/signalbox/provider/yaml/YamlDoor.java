package dev.signalbox.provider.yaml;

import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// The one way to read YAML. Composes a tree and constructs no object from it: tags that name types are refused, as are
/// duplicate keys, deep nesting and alias bombs.
public final class YamlDoor {

    private static final int MAX_CHARACTERS = 3_000_000;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_NODES = 200_000;
    private static final int LONGEST_WORDS = 120;
    private static final List<Tag> PLAIN_TAGS =
            List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);

    private YamlDoor() {}

    /// Reads one document.
    ///
    /// @param text the document
    /// @param name what the document is called in complaints of the parser; not shown
    /// @return its tree; absent when the document is empty
    /// @throws YamlProblem when it is not YAML, has more than one document, or is beyond a limit
    public static Optional<YamlNode> read(String text, String name) throws YamlProblem {
        if (text.length() > MAX_CHARACTERS) {
            throw new YamlProblem("the file is larger than 3 MB", 0);
        }
        LoadSettings settings = settings(name);
        try {
            refuseDepth(settings, text);
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.isEmpty() ? Optional.empty() : Optional.of(new Copy().copy(root.get(), 0));
        } catch (MarkedYamlEngineException e) {
            throw new YamlProblem(wordsOf(e), e.getProblemMark().map(m -> m.getLine() + 1).orElse(0));
        } catch (YamlEngineException e) {
            throw new YamlProblem(firstLine(e.getMessage()), 0);
        }
    }

    static LoadSettings settings(String name) {
        return LoadSettings.builder()
                .setLabel(name)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .setSchema(new CoreSchema())
                .build();
    }

    /// The parser's events come one by one, without recursion; only what is shallow goes on to be composed.
    private static void refuseDepth(LoadSettings settings, String text) throws YamlProblem {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH + 1) {
                throw new YamlProblem(
                        "nested deeper than " + MAX_DEPTH + " levels",
                        event.getStartMark().map(m -> m.getLine() + 1).orElse(0));
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static String wordsOf(MarkedYamlEngineException e) {
        String problem = firstLine(e.getProblem());
        return problem.isEmpty() ? "this is not YAML" : problem;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : SafeText.line(message.lines().findFirst().orElse(""), LONGEST_WORDS);
    }

    /// Copies the composed tree, counting: an alias is copied each time it is used, so a bomb hits the limit of nodes.
    private static final class Copy {

        private final Map<Node, Integer> uses = new IdentityHashMap<>();
        private int nodes;
        private int aliases;

        YamlNode copy(Node node, int depth) throws YamlProblem {
            int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
            int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
            if (depth > MAX_DEPTH) {
                throw new YamlProblem("nested deeper than " + MAX_DEPTH + " levels", line);
            }
            if (++nodes > MAX_NODES) {
                throw new YamlProblem("the document has more than " + MAX_NODES + " values", line);
            }
            if (uses.merge(node, 1, Integer::sum) > 1 && ++aliases > MAX_ALIASES) {
                throw new YamlProblem("more than " + MAX_ALIASES + " aliases", line);
            }
            if (!PLAIN_TAGS.contains(node.getTag())) {
                throw new YamlProblem("tag not allowed here; write plain text, numbers, lists and mappings", line);
            }
            return switch (node) {
                case MappingNode mapping -> copyMapping(mapping, depth, line, column);
                case SequenceNode sequence -> copySequence(sequence, depth, line, column);
                case ScalarNode scalar -> new YamlNode.Scalar(
                        scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue(),
                        scalar.getTag().equals(Tag.NULL),
                        scalar.getScalarStyle() != ScalarStyle.PLAIN,
                        line,
                        column);
                default -> throw new YamlProblem("this cannot stand here", line);
            };
        }

        private YamlNode copyMapping(MappingNode mapping, int depth, int line, int column) throws YamlProblem {
            Map<String, YamlNode> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                int at = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(0) + 1;
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new YamlProblem("a key must be text", at);
                }
                if (entries.put(key.getValue(), copy(tuple.getValueNode(), depth + 1)) != null) {
                    throw new YamlProblem("\"" + SafeText.line(key.getValue(), LONGEST_WORDS) + "\" stands here twice",
                            at);
                }
            }
            return new YamlNode.Mapping(Collections.unmodifiableMap(entries), line, column);
        }

        private YamlNode copySequence(SequenceNode sequence, int depth, int line, int column) throws YamlProblem {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(copy(item, depth + 1));
            }
            return new YamlNode.Sequence(List.copyOf(items), line, column);
        }
    }
}
