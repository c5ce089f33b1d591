package dev.signalbox.wiring;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Loggers of libraries that would write down whole requests, tokens included. They stay off, whatever levels somebody
/// sets above them while looking for a fault (CVE-2019-11250 was such a log). Held on to: a logger that nobody holds is
/// forgotten with its level.
final class QuietWires {

    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.hc.client5.http.wire"),
            Logger.getLogger("org.apache.hc.client5.http.headers"),
            Logger.getLogger("org.apache.hc.client5.http2.frame"),
            Logger.getLogger("org.apache.hc.client5.http2.frame.payload"),
            Logger.getLogger("io.fabric8.kubernetes.client.http.HttpLoggingInterceptor"),
            Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection"),
            Logger.getLogger("jdk.httpclient.HttpClient"),
            // Secrets go over the session bus too; and at the least it tells people at which socket it is.
            Logger.getLogger("org.freedesktop.dbus"));

    private QuietWires() {}

    /// Turns them off. Before the first request.
    static void use() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
