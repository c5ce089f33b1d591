package dev.signalbox.desktop.tray;

import dev.signalbox.domain.tray.TrayFace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// Our menu on the bus. A number of an entry is never given to another one: a click on a menu that is drawn while the
/// state moves leads where the person read that it does, or nowhere.
final class TrayMenu implements DbusMenu, Properties {

    static final String PATH = "/SignalboxMenu";
    private static final int ROOT = 0;

    /// More entries than a menu has are not asked for.
    private static final int MOST_ASKED = 200;

    private static final TrayProperties PROPERTIES = new TrayProperties(
            "com.canonical.dbusmenu",
            Map.of(
                    "Version", new Variant<>(new UInt32(3)),
                    "TextDirection", new Variant<>("ltr"),
                    "Status", new Variant<>("normal"),
                    "IconThemePath", new Variant<>(List.of(), "as")));

    private final TrayOwner owner;
    private Shown shown = new Shown(0, Map.of());
    private Map<String, Integer> numbers = new HashMap<>();
    private int last = ROOT;

    /// @param lines by their numbers, in their order
    private record Shown(long revision, Map<Integer, Line> lines) {}

    /// @param properties as the bus asks for them
    /// @param press what a click does
    private record Line(Map<String, Variant<?>> properties, Runnable press) {}

    TrayMenu(TrayOwner owner) {
        this.owner = owner;
        take(TrayFace.FIRST);
    }

    /// Takes what is to be shown.
    ///
    /// @return the number of this menu
    synchronized long take(TrayFace face) {
        Map<Integer, Line> lines = new LinkedHashMap<>();
        Map<String, Integer> kept = new HashMap<>();
        for (TrayLine line : TrayLine.of(face, owner)) {
            if (!kept.containsKey(line.key())) {
                int number = numbers.containsKey(line.key()) ? numbers.get(line.key()) : ++last;
                kept.put(line.key(), number);
                lines.put(number, new Line(properties(line), line.press()));
            }
        }
        numbers = kept;
        shown = new Shown(shown.revision + 1, lines);
        return shown.revision;
    }

    private static Map<String, Variant<?>> properties(TrayLine line) {
        return switch (line.kind()) {
            case SEPARATOR -> Map.of("type", new Variant<>("separator"));
            case HEADING -> Map.of("label", new Variant<>(written(line.words())), "enabled", new Variant<>(false));
            case ENTRY -> Map.of("label", new Variant<>(written(line.words())));
        };
    }

    /// An underline says which key stands for an entry, and two of them are one.
    private static String written(String label) {
        return label.replace("_", "__");
    }

    @Override
    public synchronized Answer<UInt32, Node> layout(int parent, int depth, List<String> properties) {
        if (parent != ROOT && !shown.lines.containsKey(parent)) {
            throw new DBusExecutionException("No such entry");
        }
        return new Answer<>(new UInt32(shown.revision), parent == ROOT ? root(depth) : node(parent));
    }

    private Node root(int depth) {
        List<Variant<?>> children = new ArrayList<>();
        if (depth != 0) {
            shown.lines.keySet().forEach(id -> children.add(new Variant<>(node(id), Node.TYPE)));
        }
        return new Node(ROOT, Map.of("children-display", new Variant<>("submenu")), children);
    }

    private Node node(int id) {
        return new Node(id, properties(id), List.of());
    }

    private Map<String, Variant<?>> properties(int id) {
        Line line = shown.lines.get(id);
        return line == null ? Map.of() : line.properties;
    }

    @Override
    public synchronized List<DbusMenu.Entry> groupProperties(List<Integer> ids, List<String> properties) {
        return (ids.isEmpty() ? shown.lines.keySet().stream() : ids.stream().limit(MOST_ASKED))
                .filter(shown.lines::containsKey)
                .map(id -> new DbusMenu.Entry(id, properties(id)))
                .toList();
    }

    @Override
    public synchronized Variant<?> property(int id, String name) {
        Variant<?> value = properties(id).get(name);
        if (value == null) {
            throw new DBusExecutionException("No such property");
        }
        return value;
    }

    @Override
    public void event(int id, String event, Variant<?> data, UInt32 time) {
        Line line;
        synchronized (this) {
            line = shown.lines.get(id);
        }
        if (line != null && event.equals("clicked")) {
            line.press.run();
        }
    }

    @Override
    public List<Integer> events(List<Event> events) {
        List<Integer> missing = new ArrayList<>();
        for (Event event : events.subList(0, Math.min(MOST_ASKED, events.size()))) {
            boolean there;
            synchronized (this) {
                there = event.id == ROOT || shown.lines.containsKey(event.id);
            }
            if (!there) {
                missing.add(event.id);
            }
            event(event.id, event.event, event.data, event.time);
        }
        return missing;
    }

    @Override
    public boolean aboutToShow(int id) {
        return false;
    }

    @Override
    public Answer<List<Integer>, List<Integer>> aboutToShow(List<Integer> ids) {
        return new Answer<>(List.of(), List.of());
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the library declares it
    public <A> A Get(String type, String name) {
        return PROPERTIES.get(type, name);
    }

    @Override
    public <A> void Set(String type, String name, A value) {
        throw TrayProperties.unchangeable();
    }

    @Override
    public Map<String, Variant<?>> GetAll(String type) {
        return PROPERTIES.all(type);
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
