package dev.signalbox.desktop.tray;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// What is said to a pointer that rests on the icon. Public since the library for the bus reads it.
public final class TrayToolTip extends Struct {

    /// As the bus writes its type.
    static final String TYPE = "(s" + TrayPixmap.TYPES + "ss)";

    @Position(0)
    public final String icon = "";

    @Position(1)
    public final List<TrayPixmap> pictures = List.of();

    @Position(2)
    public final String title;

    @Position(3)
    public final String words;

    /// @param words some desktops read them as markup; there must be nothing from outside in them
    public TrayToolTip(String title, String words) {
        this.title = title;
        this.words = words;
    }
}
