package dev.signalbox.provider.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proxy of one account. When it cannot be reached nothing is sent: there is no way round it. Loopback addresses
/// and `direct` hosts are asked directly.
///
/// @param host the proxy's host
/// @param port the proxy's port
/// @param user for Basic authentication at the proxy, if it wants one
/// @param password for the same
/// @param direct host names, or `.suffix` for all below a domain, that are asked without the proxy
public record ProxySettings(String host, int port, @Nullable String user, @Nullable String password,
        List<String> direct) {

    public ProxySettings {
        direct = List.copyOf(direct);
    }

    /// A proxy that wants no password.
    public static ProxySettings at(String host, int port) {
        return new ProxySettings(host, port, null, null, List.of());
    }

    /// Reads the address of a proxy as a person wrote it. Plain `http://` is what nearly every proxy has; what goes through
    /// it is encrypted all the same.
    ///
    /// @throws IllegalArgumentException with a sentence; the message never repeats the text, which may hold a password
    public static ProxySettings parse(String address, List<String> direct) {
        boolean plain = address.startsWith("http://");
        Origin origin = BaseUrl.parse(plain ? "https://" + address.substring("http://".length()) : address).origin();
        boolean hasPort = address.matches(".*:\\d+/?");
        return new ProxySettings(origin.host(), plain && !hasPort ? 80 : origin.port(), null, null, direct);
    }

    /// Whether a host is asked through this proxy.
    public boolean leadsTo(String name) {
        return !Origin.isLoopback(name)
                && direct.stream().noneMatch(d -> d.equals(name) || (d.startsWith(".") && name.endsWith(d)));
    }

    @Override
    public String toString() {
        return "ProxySettings(" + host + ":" + port + ")";
    }
}
