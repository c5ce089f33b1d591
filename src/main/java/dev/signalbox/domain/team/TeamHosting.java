package dev.signalbox.domain.team;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the CI provider that hosts the team file's repository. Pure.
public final class TeamHosting {

    private static final Pattern WEB = Pattern.compile("https?://([^/]+)/(.+)");
    private static final Pattern SSH = Pattern.compile("ssh://[^@/]+@([^/:]+)(?::\\d+)?/(.+)");
    private static final Pattern BRIEF = Pattern.compile("[^@/:]+@([^/:]+):/?(.+)");

    private TeamHosting() {}

    /// A connected CI account.
    ///
    /// @param address origin for people
    public record Host(ConnectionId connection, String address) {}

    /// The repository behind a Git address, at the first account that has its host; empty when none has.
    ///
    /// @param address as it is configured
    /// @param wanted the account that was named for it, whatever its host is; absent when none was
    public static Optional<RepositoryId> repository(
            String address, List<Host> hosts, @Nullable ConnectionId wanted) {
        Place place = place(address);
        if (place == null) {
            return Optional.empty();
        }
        return hosts.stream()
                .filter(host -> wanted == null ? isAt(host.address(), place) : host.connection().equals(wanted))
                .findFirst()
                .flatMap(host -> repository(host.connection(), path(host.address(), place)));
    }

    private static Optional<RepositoryId> repository(ConnectionId connection, String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0
                ? Optional.empty()
                : Optional.of(new RepositoryId(connection, path.substring(0, slash), path.substring(slash + 1)));
    }

    /// Some servers lie below a path of their host, which is no part of the repository's name.
    private static String path(String pages, Place repository) {
        Place host = place(pages + (pages.endsWith("/") ? "x" : "/x"));
        String before = host == null || repository.ssh ? "" : host.path.substring(0, host.path.length() - 1);
        return repository.path.startsWith(before) ? repository.path.substring(before.length()) : repository.path;
    }

    /// Over ssh the port is another one than that of the pages.
    private static boolean isAt(String pages, Place repository) {
        Place host = place(pages + (pages.endsWith("/") ? "x" : "/x"));
        return host != null
                && (repository.ssh ? host.name().equals(repository.name()) : host.origin.equals(repository.origin));
    }

    private static @Nullable Place place(String address) {
        Matcher web = WEB.matcher(address);
        if (web.matches()) {
            return new Place(web.group(1).toLowerCase(Locale.ROOT), bare(web.group(2)), false);
        }
        Matcher ssh = SSH.matcher(address);
        Matcher brief = BRIEF.matcher(address);
        Matcher found = ssh.matches() ? ssh : brief.matches() ? brief : null;
        return found == null
                ? null
                : new Place(found.group(1).toLowerCase(Locale.ROOT), bare(found.group(2)), true);
    }

    private static String bare(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return plain.endsWith(".git") ? plain.substring(0, plain.length() - 4) : plain;
    }

    /// @param origin host and port
    private record Place(String origin, String path, boolean ssh) {

        String name() {
            return origin.replaceFirst(":\\d+$", "");
        }
    }
}
