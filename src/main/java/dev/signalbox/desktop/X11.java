package dev.signalbox.desktop;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Asks the X library what the toolkit will ask it later. The toolkit cannot be asked itself: where it does not find a
/// display it cannot be started a second time without one.
final class X11 {

    private X11() {}

    /// Whether a display of this name lets us in. Yes, too, where the library is missing: GTK is then missing as well,
    /// and that is what people need to know.
    static boolean answers(String name) {
        // The library stays loaded: its own cleaning up at the end of the process must find it.
        Arena forEver = Arena.global();
        SymbolLookup library;
        try {
            library = SymbolLookup.libraryLookup("libX11.so.6", forEver);
        } catch (IllegalArgumentException absent) {
            return true;
        }
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(
                library.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        MethodHandle close = linker.downcallHandle(
                library.findOrThrow("XCloseDisplay"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment display = (MemorySegment) open.invokeExact(arena.allocateFrom(name));
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int closed = (int) close.invokeExact(display);
            return closed == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException("The X library could not be called", impossible);
        }
    }

    static boolean hasGtk() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgtk-3.so.0", arena);
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }
}
