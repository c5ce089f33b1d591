package dev.signalbox.desktop.tray;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// A picture as the tray of a Linux desktop takes it: rows from the top, for each dot alpha, red, green and blue. Public
/// since the library for the bus reads it.
public final class TrayPixmap extends Struct {

    /// As the bus writes the type of several.
    static final String TYPES = "a(iiay)";

    @Position(0)
    public final int width;

    @Position(1)
    public final int height;

    @Position(2)
    public final byte[] dots;

    public TrayPixmap(int width, int height, byte[] dots) {
        this.width = width;
        this.height = height;
        this.dots = dots;
    }
}
