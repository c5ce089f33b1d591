package dev.signalbox.domain.ci;

import dev.signalbox.domain.ConnectionId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a job's log as a text that people pass on: `signalbox:log/github/acme/web/123/456#L78`. It names things; what
/// it leads to is read from the provider as always.
///
/// @param line counted from 1; 0 when none is named
public record LogLink(JobKey job, int line) {

    private static final Pattern FORM = Pattern.compile(
            "signalbox:log/([^/#\\s]{1,200})/([\\w.-]{1,100}(?:/[\\w.-]{1,100}){0,20})/([\\w.-]{1,100})/(\\d{1,18})/(\\d{1,18})(?:#L(\\d{1,9}))?");

    /// The text without a line.
    public String page() {
        RunId run = job.run();
        RepositoryId repository = run.repository();
        return "signalbox:log/" + written(repository.connection().name()) + "/" + repository.owner() + "/"
                + repository.name()
                + "/" + run.number() + "/" + job.job();
    }

    public String text() {
        return line == 0 ? page() : page() + "#L" + line;
    }

    /// What a text leads to; nothing when it is no such link.
    public static Optional<LogLink> parse(String text) {
        Matcher found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        RepositoryId repository =
                new RepositoryId(new ConnectionId(read(found.group(1))), found.group(2), found.group(3));
        JobKey job = new JobKey(new RunId(repository, Long.parseLong(found.group(4))), Long.parseLong(found.group(5)));
        return Optional.of(new LogLink(job, found.group(6) == null ? 0 : Integer.parseInt(found.group(6))));
    }

    /// A connection may be named in any way; what would end its part of the link is written by number.
    private static String written(String name) {
        return name.replace("%", "%25").replace("/", "%2F").replace("#", "%23").replace(" ", "%20");
    }

    private static String read(String written) {
        return written.replace("%20", " ").replace("%23", "#").replace("%2F", "/").replace("%25", "%");
    }
}
