package dev.signalbox.wiring;

import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What the console takes from the machine it runs on, in one place.
///
/// @param system name of the operating system
/// @param environment the process' environment: tokens are read from it, by the names that the configuration gives
/// @param operator who acts, as others see it: user and machine
record Machine(
        String system,
        Map<String, String> environment,
        Path home,
        InstantSource clock,
        LongSupplier ticker,
        RandomGenerator random,
        String operator) {

    /// This machine.
    static Machine here() {
        return new Machine(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                InstantSource.system(),
                System::nanoTime,
                new SecureRandom(),
                System.getProperty("user.name", "somebody") + "@" + hostName());
    }

    /// The same machine with another environment.
    Machine with(Map<String, String> variables) {
        return new Machine(system, Map.copyOf(variables), home, clock, ticker, random, operator);
    }

    /// The folders in which programs are looked for.
    List<Path> programs() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .toList();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this-machine";
        }
    }
}
