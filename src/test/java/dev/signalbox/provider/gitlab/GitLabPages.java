package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.testing.faults.RawAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lists on a server, in pages of a hundred.
final class GitLabPages {

    private static final int PAGE = 100;

    private final GitLabWire wire;

    GitLabPages(GitLabWire wire) {
        this.wire = wire;
    }

    /// The newest of all, and those to each environment.
    void deployments(List<Deployment> told) {
        String order = "order_by=id&sort=desc&per_page=";
        of("deployments?" + order + "50", told.stream().limit(50).toList(), GitLabRendering::deployment);
        told.stream().collect(Collectors.groupingBy(Deployment::environment)).forEach((environment, there) -> of(
                "deployments?environment=" + URLEncoder.encode(environment, StandardCharsets.UTF_8) + "&" + order
                        + "30",
                there, GitLabRendering::deployment));
    }

    /// Pages told by number, as GitLab does for most lists. What its `Link` says leads nowhere here: behind a proxy it often
    /// does.
    <T> void of(String first, List<T> rows, Function<T, ObjectNode> row) {
        int size = first.contains("per_page=20") && !first.contains("per_page=200") ? rows.size() + 1 : PAGE;
        int count = Math.max(1, (rows.size() + size - 1) / size);
        for (int page = 1; page <= count; page++) {
            List<T> some = rows.subList((page - 1) * size, Math.min(rows.size(), page * size));
            RawAnswer answer = RawAnswer.json(array(some, row).toString())
                    .with("X-Page", String.valueOf(page))
                    .with("X-Next-Page", page < count ? String.valueOf(page + 1) : "");
            if (page < count) {
                answer = answer.with("Link", "<http://gitlab.internal/api/v4/wrong?page=2>; rel=\"next\"");
            }
            wire.answer(page == 1 ? first : first + "&page=" + page, answer);
        }
    }

    /// Pages that lead from one to the next by address only.
    void byKeyset(String first, List<Repository> rows) {
        int count = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        for (int page = 1; page <= count; page++) {
            List<Repository> some = rows.subList((page - 1) * PAGE, Math.min(rows.size(), page * PAGE));
            RawAnswer answer = RawAnswer.json(array(some, GitLabRendering::project).toString());
            if (page < count) {
                String next = wire.address() + first + "&id_before=" + page;
                answer = answer.with("Link", "<" + next + ">; rel=\"next\"");
            }
            wire.answer(page == 1 ? first : first + "&id_before=" + (page - 1), answer);
        }
    }

    private static <T> ArrayNode array(List<T> rows, Function<T, ObjectNode> row) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.stream().map(row).forEach(array::add);
        return array;
    }
}
