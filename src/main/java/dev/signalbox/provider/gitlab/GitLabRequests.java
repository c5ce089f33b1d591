package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.ApiRequest;
import dev.signalbox.provider.http.ApiUrl;
import dev.signalbox.provider.http.Download;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.JsonAnswer;
import dev.signalbox.provider.http.Priority;
import dev.signalbox.provider.json.JsonFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How GitLab is asked: addresses, objects, lists page by page.
final class GitLabRequests {

    static final String WHOLE_PAGE = "100";
    static final int MOST_PAGES = 20;

    private final HttpDoor door;
    private final GitLabServer server;
    private final GitLabProjects projects;

    GitLabRequests(HttpDoor door, GitLabServer server, GitLabProjects projects) {
        this.door = door;
        this.server = server;
        this.projects = projects;
    }

    /// The address of something.
    ApiUrl at(String... segments) {
        return server.base().url(segments);
    }

    /// The address of something in a project.
    ApiUrl below(RepositoryId id, String... more) {
        return at("projects", projects.segment(id)).segments(more);
    }

    /// The address of something in a pipeline.
    ApiUrl below(RunId id, String... more) {
        return below(id.repository(), "pipelines", String.valueOf(id.number())).segments(more);
    }

    JsonFields object(ApiUrl url, Priority priority) throws RemoteFailure {
        JsonAnswer answer = door.get(ApiRequest.read(url).at(priority));
        if (!answer.body().isObject()) {
            throw unreadable();
        }
        return new JsonFields(answer.body());
    }

    <J> List<J> listed(ApiUrl first, Priority priority, int pages, Function<JsonFields, J> record)
            throws RemoteFailure {
        return listed(first, priority, pages, record, row -> true);
    }

    /// Reads a list page by page. `X-Next-Page` goes before `Link`: a server behind a proxy often names itself in `Link`
    /// as it is called inside. Lists by keyset, and those without a count, have `Link` only.
    ///
    /// @param wanted whether older pages are still of interest after a row
    <J> List<J> listed(
            ApiUrl first, Priority priority, int pages, Function<JsonFields, J> record, Wanted<J> wanted)
            throws RemoteFailure {
        List<J> all = new ArrayList<>();
        Set<ApiUrl> seen = new HashSet<>();
        ApiUrl url = first;
        while (url != null && seen.size() < pages) {
            if (!seen.add(url)) {
                throw new RemoteFailure(
                        new RemoteProblem.Unreadable("GitLab's list leads back to a page that was read already"));
            }
            JsonAnswer page = door.get(ApiRequest.read(url).at(priority));
            if (!page.body().isArray()) {
                // Something else is not an empty list: nothing may vanish from the screen because of it.
                throw unreadable();
            }
            JsonFields.objects(page.body()).forEach(object -> all.add(record.apply(object)));
            url = all.isEmpty() || wanted.after(all.getLast()) ? next(first, page) : null;
        }
        return all;
    }

    /// Whether older rows are wanted.
    interface Wanted<J> {
        boolean after(J last);
    }

    Download download(ApiUrl url, Download.Into into) throws RemoteFailure {
        return door.download(new ApiRequest(url, Priority.FOREGROUND, Map.of()), into);
    }

    /// The value, or the problem that the answer holds none.
    static <T> T known(@Nullable T value, String otherwise) throws RemoteFailure {
        if (value == null) {
            throw new RemoteFailure(new RemoteProblem.Unreadable(otherwise));
        }
        return value;
    }

    private static @Nullable ApiUrl next(ApiUrl first, JsonAnswer page) {
        String number = page.headers().first("X-Next-Page").orElse("").strip();
        return number.matches("\\d{1,9}") ? first.query("page", number) : page.next();
    }

    private static RemoteFailure unreadable() {
        return new RemoteFailure(new RemoteProblem.Unreadable("GitLab's answer is not what was asked for"));
    }
}
