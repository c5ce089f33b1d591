package dev.signalbox.provider.git;

import dev.signalbox.domain.team.TeamPlace;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is needed to read a team file.
///
/// @param repository address of the repository
/// @param branch without `refs/heads/`
/// @param path of the file, plain words between slashes
/// @param token sent to the repository's own origin and nowhere else, and only when it asks; empty for none, and for ssh
/// @param home the person's own folder, with `.ssh` in it
/// @param folder for the bare copy; may be thrown away at any time
/// @param limits of every read
/// @param network how https gets there
/// @param ticker nanoseconds that only grow
public record GitSettings(
        GitAddress repository, String branch, String path, String token, Path home, Path folder, Limits limits,
        Network network, LongSupplier ticker) {

    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

    /// How https gets there.
    ///
    /// @param trusted certificates that are trusted beside those that come with Java
    /// @param proxy an HTTP proxy; absent for none
    public record Network(List<X509Certificate> trusted, @Nullable InetSocketAddress proxy) {

        /// Straight, with Java's own certificates.
        public static final Network USUAL = new Network(List.of(), null);
    }

    /// Ceilings of one read.
    ///
    /// @param deadline for all of it
    /// @param fetch bytes that may come over the wire
    /// @param blob bytes that the file may have
    public record Limits(Duration deadline, long fetch, int blob) {

        /// A board has a few hundred kilobytes at most; repositories that hold one hold little else.
        public static final Limits USUAL = new Limits(Duration.ofSeconds(60), 64L << 20, 3_000_000);
    }

    /// @throws IllegalArgumentException with a sentence when branch or path are not plain
    public GitSettings {
        if (!isBranch(branch)) {
            throw new IllegalArgumentException("The branch is not a plain name, such as main or teams/board");
        }
        if (!isPath(path)) {
            throw new IllegalArgumentException("The path is not plain words between slashes, such as ops/board.yaml");
        }
    }

    /// Whether that can be a branch here: plain words between slashes, none of which Git or a file system reads otherwise.
    public static boolean isBranch(String branch) {
        return branch.length() <= 200 && BRANCH.matcher(branch).matches() && !branch.contains("..")
                && !branch.endsWith(".") && !branch.endsWith(".lock") && !branch.contains(".lock/")
                && !branch.contains("./");
    }

    /// Whether that can be the path of the file: nothing that leads out of the repository or into Git's own files.
    public static boolean isPath(String path) {
        return path.length() <= 500 && PATH.matcher(path).matches()
                && ("/" + path + "/").replaceAll("(?i)/(\\.{1,2}|\\.git|git~\\d)/", "\0").indexOf('\0') < 0;
    }

    /// Where the file lies, in words.
    public TeamPlace place() {
        return new TeamPlace(repository.words(), branch, path);
    }

    @Override
    public String toString() {
        return "GitSettings[" + repository.words() + ", " + branch + ", " + path + "]";
    }
}
