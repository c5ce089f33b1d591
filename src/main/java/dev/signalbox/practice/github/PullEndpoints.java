package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.PushedBranches;
import dev.signalbox.practice.github.world.Refused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Pull requests of the repository that people push to: opened, read, closed; and its branches removed. The others have
/// one branch each and no pull requests.
final class PullEndpoints {

    private static final String INVALID = "Validation Failed";

    private final Lookups find;
    private final Supplier<@Nullable PushedBranches> pushed;
    private final InstantSource clock;
    private final List<PullRequest> all = new ArrayList<>();

    /// @param pushed absent where there is no such repository
    PullEndpoints(Lookups find, Supplier<@Nullable PushedBranches> pushed, InstantSource clock) {
        this.find = find;
        this.pushed = pushed;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.get("~/pulls", "pull_requests=read", this::list);
        routes.post("~/pulls", "pull_requests=write", this::open);
        routes.get("~/pulls/{number}", "pull_requests=read", call -> Answer.ok(json(call, request(call))));
        routes.patch("~/pulls/{number}", "pull_requests=write", this::change);
        routes.delete("~/git/refs/heads/{branch...}", "contents=write", this::removeBranch);
    }

    private Answer list(Call call) {
        PushedBranches branches = branches(call);
        if (branches == null) {
            return Answer.ok(JsonNodeFactory.instance.arrayNode());
        }
        String state = call.asked("state").isEmpty() ? "open" : call.asked("state");
        if (!List.of("open", "closed", "all").contains(state)) {
            return invalid("state", "invalid", "");
        }
        String owner = branches.fullName().substring(0, branches.fullName().indexOf('/') + 1).replace('/', ':');
        List<PullRequest> found = all.stream()
                .map(request -> settled(branches, request))
                .filter(request -> state.equals("all") || state.equals("open") == request.open)
                // A head without its owner is not looked at, as at the real provider.
                .filter(request -> !call.asked("head").contains(":")
                        || call.asked("head").equals(owner + request.head))
                .filter(request -> call.asked("base").isEmpty() || call.asked("base").equals(request.base))
                .sorted(Comparator.comparing((PullRequest request) -> request.number))
                .toList();
        return Pages.array(
                call, call.asked("direction").equals("asc") ? found : found.reversed(),
                request -> json(call, request));
    }

    private Answer open(Call call) {
        for (String field : List.of("head", "base")) {
            if (!call.body().path(field).isTextual()) {
                return Answer.problem(422, "Invalid request.\n\n\"" + field + "\" wasn't supplied.");
            }
        }
        String title = call.body().path("title").asText("");
        if (title.isBlank()) {
            return invalid("title", "missing_field", "");
        }
        String base = call.body().path("base").asText();
        String given = call.body().path("head").asText();
        String head = given.substring(given.indexOf(':') + 1);
        PushedBranches branches = branches(call);
        String commit = branches == null ? null : branches.head(head).orElse(null);
        if (branches == null || commit == null) {
            return invalid("head", "invalid", "");
        }
        if (branches.head(base).isEmpty()) {
            return invalid("base", "invalid", "");
        }
        String owner = branches.fullName().substring(0, branches.fullName().indexOf('/'));
        if (all.stream().map(r -> settled(branches, r)).anyMatch(r -> r.open && r.head.equals(head)
                && r.base.equals(base))) {
            return invalid("", "custom", "A pull request already exists for " + owner + ":" + head + ".");
        }
        if (branches.contains(base, commit)) {
            return invalid("", "custom", "No commits between " + base + " and " + head);
        }
        PullRequest request = new PullRequest(
                all.size() + 1, title, call.body().path("body").asText(""), head, commit, base, call.person(),
                clock.instant());
        all.add(request);
        return Answer.of(201, json(call, request));
    }

    private Answer change(Call call) {
        PullRequest request = request(call);
        JsonNode body = call.body();
        String state = body.path("state").asText("");
        if (!List.of("", "open", "closed").contains(state)) {
            return invalid("state", "invalid", "");
        }
        if (state.equals("open") && !request.open) {
            if (request.mergedAt != null || branch(call, request.head) == null) {
                return invalid("state", "custom", "state cannot be changed.");
            }
            request.reopen(clock.instant());
        } else if (state.equals("closed") && request.open) {
            request.close(clock.instant(), false);
        }
        request.title = body.path("title").asText(request.title);
        request.body = body.path("body").asText(request.body);
        return Answer.ok(json(call, request));
    }

    private Answer removeBranch(Call call) {
        PushedBranches branches = branches(call);
        String branch = call.at("branch");
        if (branches == null || branches.head(branch).isEmpty()) {
            throw new Refused(422, "Reference does not exist");
        }
        if (branch.equals("main")) {
            throw new Refused(422, "Cannot delete the default branch");
        }
        return branches.remove(branch) ? Answer.empty(204) : Answer.problem(409, "Reference update failed");
    }

    private PullRequest request(Call call) {
        PushedBranches branches = branches(call);
        long number = Lookups.number(call.at("number"));
        if (branches == null || number < 1 || number > all.size()) {
            throw Lookups.missing();
        }
        return settled(branches, all.get((int) number - 1));
    }

    /// A request whose commits have come into its base is merged, and one whose branch is gone is closed.
    private PullRequest settled(PushedBranches branches, PullRequest request) {
        if (request.open) {
            String now = branches.head(request.head).orElse("");
            request.sha = now.isEmpty() ? request.sha : now;
            boolean merged = branches.contains(request.base, request.sha);
            if (merged || now.isEmpty()) {
                request.close(clock.instant(), merged);
            }
        }
        return request;
    }

    private @Nullable String branch(Call call, String name) {
        PushedBranches branches = branches(call);
        return branches == null ? null : branches.head(name).orElse(null);
    }

    /// Absent for a repository that nobody pushes to; another one is not there at all.
    private @Nullable PushedBranches branches(Call call) {
        PushedBranches known = pushed.get();
        if (known != null && known.fullName().equalsIgnoreCase(call.at("owner") + "/" + call.at("repo"))) {
            return known;
        }
        find.repository(call);
        return null;
    }

    private ObjectNode json(Call call, PullRequest request) {
        PushedBranches branches = branches(call);
        return PullRequestJson.of(branches == null ? "" : branches.fullName(), request, call.links());
    }

    /// A refusal in the shape of the provider: what was wrong with which field.
    private static Answer invalid(String field, String code, String message) {
        Answer answer = Answer.problem(422, INVALID);
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("resource", "PullRequest").put("code", code);
        if (!field.isEmpty()) {
            error.put("field", field);
        }
        if (!message.isEmpty()) {
            error.put("message", message);
        }
        if (answer.body() instanceof ObjectNode body) {
            ArrayNode errors = body.putArray("errors");
            errors.add(error);
        }
        return answer;
    }
}
