package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.provider.http.BaseUrl;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/// The client IDs of applications through which people sign in by a browser, one per server, in a small file of settings. One
/// with which somebody has signed in is kept for the next account; whoever prepares workstations may write them there
/// beforehand. They are no secrets (RFC 6749, section 2.2).
final class ClientIds {

    static final String FILE = "sign-in.properties";

    private static final Logger LOG = Logger.getLogger(ClientIds.class.getName());
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final SettingsFile file;
    private final Map<String, String> known;
    private boolean changed;

    /// Blocks for as long as reading a small file takes.
    ClientIds(SettingsFile file) {
        this.file = file;
        known = new HashMap<>(file.read());
    }

    /// The one for a server; empty where none is known. Returns at once.
    synchronized String of(Host host) {
        try {
            String id = known.getOrDefault(name(host), "").strip();
            return ID.matcher(id).matches() ? id : "";
        } catch (IllegalArgumentException halfTyped) {
            return "";
        }
    }

    /// What a server is called in the file: the origin of its address, such as `https://github.com`.
    private static String name(Host host) {
        return BaseUrl.parse(host.url()).origin().toString();
    }

    /// Somebody has just signed in with this one: it is offered for the next account, and written with the rest.
    synchronized void learn(Host host, String id) {
        changed |= !id.equals(known.put(name(host), id));
    }

    /// Writes what was learnt. That it cannot be written matters to nobody now.
    synchronized void keep() {
        if (!changed) {
            return;
        }
        try {
            file.write(known);
            changed = false;
        } catch (IOException unwritable) {
            LOG.log(Level.FINE, "The client ID is not kept", unwritable);
        }
    }
}
