package dev.signalbox.provider.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Scheme, host and port: the unit a credential belongs to. Two origins are the same only if every byte is; a host in
/// capitals, with a trailing dot or behind a user name is another one.
///
/// @param scheme `https`, or `http` for loopback
/// @param host as written, without brackets removed from an IPv6 address
/// @param port never absent: 443 or 80 where the address named none
public record Origin(String scheme, String host, int port) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /// The origin of an address, or nothing when it has none that could be compared safely: another scheme, a user
    /// name, no host.
    public static @Nullable Origin of(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || host.isEmpty() || address.getRawUserInfo() != null) {
            return null;
        }
        int standard = standardPort(scheme);
        if (standard < 0) {
            return null;
        }
        return new Origin(scheme, host, address.getPort() < 0 ? standard : address.getPort());
    }

    /// Whether requests may go there at all: encrypted, or to this machine.
    public boolean isAllowed() {
        return scheme.equals("https") || (scheme.equals("http") && isLoopback());
    }

    /// Whether the host is this machine by its literal name; no name is resolved.
    public boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /// The origin as people write it, without the port where it is the standard one.
    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }

    private static int standardPort(String scheme) {
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            default -> -1;
        };
    }
}
