package dev.signalbox.desktop.tray;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A menu that another program draws. Public since the library for the bus calls it; used in this package alone. Source:
/// com.canonical.dbusmenu, version 3, of libdbusmenu.
@DBusInterfaceName("com.canonical.dbusmenu")
public interface DbusMenu extends DBusInterface {

    /// The menu, or what is below one entry.
    ///
    /// @param depth how many levels; -1 for all
    /// @param properties which ones are wanted; empty for all
    @DBusMemberName("GetLayout")
    Answer<UInt32, Node> layout(int parent, int depth, List<String> properties);

    /// Properties of some entries; none for all.
    @DBusMemberName("GetGroupProperties")
    List<Entry> groupProperties(List<Integer> ids, List<String> properties);

    /// One property of one entry.
    @DBusMemberName("GetProperty")
    Variant<?> property(int id, String name);

    /// A person did something with an entry.
    @DBusMemberName("Event")
    void event(int id, String event, Variant<?> data, UInt32 time);

    /// The same for several.
    ///
    /// @return which of them are not there
    @DBusMemberName("EventGroup")
    List<Integer> events(List<Event> events);

    /// The menu, or one below it, is about to be shown.
    ///
    /// @return whether it must be read anew
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int id);

    /// The same for several.
    @DBusMemberName("AboutToShowGroup")
    Answer<List<Integer>, List<Integer>> aboutToShow(List<Integer> ids);

    /// What a call answers that answers two things.
    final class Answer<A, B> extends Tuple {

        @Position(0)
        public final A first;

        @Position(1)
        public final B second;

        public Answer(A first, B second) {
            this.first = first;
            this.second = second;
        }
    }

    /// An entry with what is below it.
    final class Node extends Struct {

        /// As the bus writes its type.
        static final String TYPE = "(ia{sv}av)";

        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> properties;

        @Position(2)
        public final List<Variant<?>> children;

        public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /// An entry without what is below it.
    final class Entry extends Struct {

        @Position(0)
        public final int id;

        @Position(1)
        public final Map<String, Variant<?>> values;

        public Entry(int id, Map<String, Variant<?>> values) {
            this.id = id;
            this.values = values;
        }
    }

    /// What a person did.
    final class Event extends Struct {

        @Position(0)
        public final int id;

        @Position(1)
        public final String event;

        @Position(2)
        public final Variant<?> data;

        @Position(3)
        public final UInt32 time;

        public Event(int id, String event, Variant<?> data, UInt32 time) {
            this.id = id;
            this.event = event;
            this.data = data;
            this.time = time;
        }
    }

    /// The menu must be read anew.
    class LayoutUpdated extends DBusSignal {

        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
        }
    }
}
