package dev.signalbox.wiring.config;

import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import dev.signalbox.provider.yaml.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes the text of a configuration only where it says something else afterwards. Comments, unknown keys, entries with
/// mistakes and relative paths stay as a person wrote them.
final class ConsoleConfigEdit {

    /// The lists, and what an item without a name is called.
    private static final Map<String, String> LISTS = Map.of("github", "github", "gitlab", "gitlab", "clusters", "");

    private static final String HAND =
            "Its file is written in a way that cannot be changed without touching more of it. Change it by hand.";

    private String text;

    private ConsoleConfigEdit(String text) {
        this.text = text;
    }

    /// The text that says `after`. It was read back before it is returned.
    ///
    /// @param file where it lies, and `home` what `~` stands for, as in [ConsoleConfigFile#read]
    /// @throws IllegalArgumentException when it cannot be changed so; a sentence
    static String edit(String text, Path file, Path home, ConsoleConfig after) {
        ConsoleConfigFile before = ConsoleConfigFile.read(text, file, home);
        try {
            ConsoleConfigEdit edit = new ConsoleConfigEdit(text);
            edit.change(tree(before.config()), tree(after));
            ConsoleConfigFile back = ConsoleConfigFile.read(edit.text, file, home);
            if (!back.config().equals(ConsoleConfigText.sorted(after))
                    || !faults(before).containsAll(faults(back))) {
                throw new IllegalArgumentException(HAND);
            }
            return edit.text;
        } catch (YamlProblem unreadable) {
            throw new IllegalArgumentException(HAND, unreadable);
        }
    }

    /// What is at fault, wherever it stands.
    private static Set<String> faults(ConsoleConfigFile file) {
        return file.faults().stream()
                .map(problem -> problem.replaceFirst(", line \\d+", ""))
                .collect(Collectors.toSet());
    }

    private static YamlNode.Mapping tree(ConsoleConfig config) throws YamlProblem {
        return root(ConsoleConfigText.every(config));
    }

    private static YamlNode.Mapping root(String text) throws YamlProblem {
        Optional<YamlNode> root = YamlDoor.read(text, "text");
        return root.isPresent() && root.get() instanceof YamlNode.Mapping mapping
                ? mapping
                : new YamlNode.Mapping(Map.of(), 0, 0);
    }

    private void change(YamlNode.Mapping before, YamlNode.Mapping after) throws YamlProblem {
        for (String list : LISTS.keySet().stream().sorted().toList()) {
            changeList(list, items(before, list), items(after, list));
        }
        changeEntries("", without(before), without(after));
    }

    private static Map<String, YamlNode> without(YamlNode.Mapping root) {
        return root.entries().entrySet().stream()
                .filter(entry -> !LISTS.containsKey(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void changeList(String list, List<YamlNode.Mapping> before, List<YamlNode.Mapping> after)
            throws YamlProblem {
        for (YamlNode.Mapping item : before) {
            String name = name(item);
            Optional<YamlNode.Mapping> now = after.stream().filter(a -> name(a).equals(name)).findFirst();
            String place = list + "/" + indexOf(list, name);
            if (now.isEmpty()) {
                text = YamlText.of(text).without(place);
            } else if (!line(item).equals(line(now.get()))) {
                changeEntries(place + "/", item.entries(), now.get().entries());
                sayPlainly(place + "/production", now.get().entries().get("production"));
            }
        }
        for (YamlNode.Mapping item : after) {
            if (before.stream().noneMatch(b -> name(b).equals(name(item)))) {
                text = YamlText.of(text).adding(list, item.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + line(entry.getValue()))
                        .toList());
            }
        }
    }

    private void changeEntries(String place, Map<String, YamlNode> before, Map<String, YamlNode> after)
            throws YamlProblem {
        for (String key : before.keySet().stream().sorted().toList()) {
            if (!after.containsKey(key) && at(place + key) != null) {
                text = YamlText.of(text).without(place + key);
            }
        }
        for (String key : after.keySet().stream().sorted().toList()) {
            YamlNode now = Objects.requireNonNull(after.get(key));
            YamlNode was = before.get(key);
            if (was != null && line(was).equals(line(now))) {
                continue;
            }
            if (now instanceof YamlNode.Mapping mapping && at(place + key) instanceof YamlNode.Mapping) {
                changeEntries(place + key + "/",
                        was instanceof YamlNode.Mapping old ? old.entries() : Map.of(), mapping.entries());
            } else {
                text = YamlText.of(text).with(place + key, line(now));
            }
        }
    }

    /// What was written and not understood counts as something; who changes its entry means just that.
    private void sayPlainly(String place, @Nullable YamlNode meant) throws YamlProblem {
        YamlNode written = at(place);
        if (meant != null && written != null && !line(written).equals(line(meant))) {
            text = YamlText.of(text).with(place, line(meant));
        }
    }

    private @Nullable YamlNode at(String place) throws YamlProblem {
        YamlNode at = root(text);
        for (String step : place.split("/")) {
            at = switch (at) {
                case YamlNode.Mapping mapping -> mapping.entries().get(step);
                case YamlNode.Sequence sequence -> sequence.items().get(Integer.parseInt(step));
                case null, default -> null;
            };
        }
        return at;
    }

    private int indexOf(String list, String name) throws YamlProblem {
        if (at(list) instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof YamlNode.Mapping item) {
                    YamlNode written = item.entries().get("name");
                    if (name.equals(written instanceof YamlNode.Scalar scalar ? scalar.text() : LISTS.get(list))) {
                        return i;
                    }
                }
            }
        }
        throw new IllegalArgumentException(HAND);
    }

    private static List<YamlNode.Mapping> items(YamlNode.Mapping root, String list) {
        return root.entries().get(list) instanceof YamlNode.Sequence sequence
                ? sequence.items().stream().map(YamlNode.Mapping.class::cast).toList()
                : List.of();
    }

    private static String name(YamlNode.Mapping item) {
        return item.entries().get("name") instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    /// A value on one line.
    private static String line(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.quoted() ? YamlLines.scalar(scalar.text()) : scalar.text();
            case YamlNode.Sequence sequence -> sequence.items().stream()
                    .map(ConsoleConfigEdit::line)
                    .collect(Collectors.joining(", ", "[", "]"));
            case YamlNode.Mapping mapping -> mapping.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
