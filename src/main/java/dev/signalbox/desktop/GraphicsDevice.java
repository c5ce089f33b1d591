package dev.signalbox.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What could draw windows faster than the processor.
public final class GraphicsDevice {

    /// Where the kernel shows them: its own drivers, those of NVIDIA and of AMD, and Windows' below Linux.
    private static final List<String> DEVICES = List.of("dri", "nvidiactl", "ati", "dxg");

    private GraphicsDevice() {}

    /// Whether this machine surely has none: a virtual machine, a remote desktop. JavaFX finds that out as well, by loading what
    /// would draw in its place, which costs 80 MB and a tenth of a start, and does not use it: on Linux it takes only drivers of
    /// certain vendors (`com.sun.prism.es2.X11GLFactory`), all of which need one of these devices.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param environment the process' environment
    public static boolean isAbsent(String system, Map<String, String> environment) {
        return isAbsent(system, environment, Path.of("/dev"));
    }

    /// @param devices where the kernel shows them
    static boolean isAbsent(String system, Map<String, String> environment, Path devices) {
        // A display elsewhere may draw with a device that is there.
        boolean here = system.toLowerCase(Locale.ROOT).contains("linux")
                && environment.getOrDefault("DISPLAY", "").strip().startsWith(":")
                && environment.getOrDefault("LIBGL_ALWAYS_INDIRECT", "").isBlank();
        if (!here) {
            return false;
        }
        for (String device : DEVICES) {
            if (Files.exists(devices.resolve(device))) {
                return false;
            }
        }
        return true;
    }
}
