package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/// A real bus of a test's own. Where the machine has no such program the test is left out.
public final class PrivateBus implements AutoCloseable {

    private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");

    private final Process daemon;
    private final String address;

    private PrivateBus(Process daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    /// @param folder of the test's own, for its socket
    public static PrivateBus start(Path folder) throws IOException {
        assumeThat(DAEMON).exists();
        Path config = Files.writeString(folder.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig><type>session</type><listen>unix:path=%s/bus</listen><auth>EXTERNAL</auth>
                <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
                <allow own="*"/></policy></busconfig>
                """.formatted(folder));
        Process daemon = new ProcessBuilder(
                DAEMON.toString(), "--config-file=" + config, "--nofork", "--print-address")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        String address = String.valueOf(said.readLine());
        assertThat(address).startsWith("unix:path=");
        return new PrivateBus(daemon, address);
    }

    public String address() {
        return address;
    }

    /// Somebody else on it.
    public DBusConnection join() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    /// Has it gone before this returns.
    @Override
    public void close() {
        daemon.destroyForcibly();
        try {
            assertThat(daemon.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
