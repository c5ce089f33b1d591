package dev.signalbox.ui.welcome;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What accounts and their servers are called. Pure.
final class Hosts {

    private Hosts() {}

    /// The server that most people mean.
    static String preset(Connection.Kind kind) {
        return switch (kind) {
            case GITHUB -> "github.com";
            case GITLAB -> "gitlab.com";
            case KUBERNETES -> "";
        };
    }

    /// What the provider is called.
    static String provider(Connection.Kind kind) {
        return switch (kind) {
            case GITHUB -> "GitHub";
            case GITLAB -> "GitLab";
            case KUBERNETES -> "Kubernetes";
        };
    }

    /// How a token is made there, in the second half of a sentence.
    static String tokenHint(Connection.Kind kind) {
        return switch (kind) {
            case GITHUB -> "make one under Settings, Developer settings, Personal access tokens.";
            case GITLAB -> "make one under Preferences, Access tokens.";
            case KUBERNETES -> "";
        };
    }

    /// The address that is meant by what was typed: blanks around it are nobody's intention, an empty field means the
    /// preset, and who writes no scheme means https.
    static String meant(Connection.Kind kind, String typed) {
        String text = typed.strip().isEmpty() ? preset(kind) : typed.strip();
        return text.contains("://") ? text : "https://" + text;
    }

    /// The proxy that is meant by what was typed; absent for none. Who writes no scheme means http, as nearly every one has.
    static @Nullable String proxy(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.contains("://") ? text : "http://" + text;
    }

    /// What somebody would type for an address.
    static String typed(String address) {
        return address.startsWith("https://") ? address.substring("https://".length()) : address;
    }

    /// A name for an account that no other connection has: the provider's, with the host where it is not the usual one.
    static ConnectionId name(Connection.Kind kind, String host, Collection<ConnectionId> taken) {
        String plain = host.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/.*$", "")
                .replace(':', '-');
        String first = plain.equals(preset(kind)) || plain.startsWith("api.")
                ? provider(kind)
                : provider(kind) + " " + plain;
        ConnectionId id = new ConnectionId(first);
        for (int i = 2; taken.contains(id); i++) {
            id = new ConnectionId(first + " " + i);
        }
        return id;
    }
}
