package dev.signalbox.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Whether a window can be opened here.
public enum Display {
    READY,
    /// No display is named.
    ABSENT,
    /// A display is named, and nobody answers there or lets us in.
    DEAD,
    /// There is a display, but the library that windows need on Linux is not installed.
    NO_GTK;

    /// Looks at the system. May take long where a display on another machine is named.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    public static Display of(String system, Map<String, String> environment) {
        return of(system, environment, X11::answers, X11::hasGtk);
    }

    /// Whether a display of this machine takes connections: then there is most likely a desktop, and starting on it is the
    /// quickest way to find out. Says nothing about whether it lets us in.
    ///
    /// Where it listens: `man 7 X`, under “Display names”.
    public static boolean isLikely(String system, Map<String, String> environment) {
        return isLikely(system, environment, Path.of("/tmp/.X11-unix"));
    }

    /// @param sockets where the displays of this machine listen
    static boolean isLikely(String system, Map<String, String> environment, Path sockets) {
        String name = environment.getOrDefault("DISPLAY", "").strip();
        int end = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
        if (!system.toLowerCase(Locale.ROOT).contains("linux") || !name.startsWith(":") || end < 2) {
            return false;
        }
        String number = name.substring(1, end);
        for (int i = 0; i < number.length(); i++) {
            // Not a stream: the whole start waits for this, and the first stream of a process takes longer than the display.
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        try (SocketChannel door = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return door.connect(UnixDomainSocketAddress.of(sockets.resolve("X" + number)));
        } catch (IOException nobody) {
            return false;
        }
    }

    /// @param answers whether a display of this name lets us in
    /// @param gtk whether GTK is installed
    static Display of(
            String system, Map<String, String> environment, Predicate<String> answers, BooleanSupplier gtk) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return READY;
        }
        String name = environment.getOrDefault("DISPLAY", "").strip();
        if (name.isEmpty()) {
            return ABSENT;
        }
        if (!answers.test(name)) {
            return DEAD;
        }
        return gtk.getAsBoolean() ? READY : NO_GTK;
    }
}
