package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison of two commits on the wire, oldest commit first.
record ComparisonJson(long totalCommits, long behindBy, List<CommitJson> commits, List<String> files) {

    static ComparisonJson of(JsonFields comparison) {
        List<CommitJson> commits =
                comparison.objects("commits").stream().map(CommitJson::of).toList();
        return new ComparisonJson(
                comparison.number("total_commits", commits.size()),
                comparison.number("behind_by", 0),
                commits,
                comparison.objects("files").stream()
                        .<String>mapMulti((file, out) -> {
                            String name = file.text("filename");
                            if (name != null) {
                                out.accept(name);
                            }
                        })
                        .toList());
    }

    /// A commit on the wire.
    ///
    /// @param login the author's account, where the address is known to GitHub
    record CommitJson(
            @Nullable String sha,
            @Nullable String message,
            @Nullable String login,
            @Nullable String authorName,
            @Nullable Instant committedAt,
            @Nullable String htmlUrl) {

        static CommitJson of(JsonFields entry) {
            JsonFields commit = entry.object("commit");
            return new CommitJson(
                    entry.text("sha"),
                    commit.words("message"),
                    entry.object("author").text("login"),
                    commit.object("author").text("name"),
                    commit.object("committer").time("date"),
                    entry.text("html_url"));
        }
    }
}
