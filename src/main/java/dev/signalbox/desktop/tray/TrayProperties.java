package dev.signalbox.desktop.tray;

import java.util.Map;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

/// What anybody on the bus may read of an object of ours. Whoever asks for something else is told so.
///
/// @param type the interface that the values belong to
record TrayProperties(String type, Map<String, Variant<?>> values) {

    /// The value of one property.
    ///
    /// @param <A> whatever the caller takes it for, as the library declares it
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the library declares it
    <A> A get(String wanted, String name) {
        Variant<?> value = wanted.equals(type) ? values.get(name) : null;
        if (value == null) {
            throw new DBusExecutionException("No such property");
        }
        return (A) value;
    }

    /// All of them; none for another interface.
    Map<String, Variant<?>> all(String wanted) {
        return wanted.equals(type) ? values : Map.of();
    }

    /// What is answered to whoever wants to set something.
    static DBusExecutionException unchangeable() {
        return new DBusExecutionException("Nothing can be set");
    }
}
