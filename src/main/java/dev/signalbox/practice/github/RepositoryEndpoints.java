package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Commit;
import dev.signalbox.practice.github.world.Repository;
import dev.signalbox.practice.github.world.WorkflowFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A repository, who may do what in it, its branches, tags, workflows and their files.
final class RepositoryEndpoints {

    private final Lookups find;

    RepositoryEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~", "metadata=read", call -> Answer.ok(RepositoryJson.full(
                find.repository(call), call.person(), call.links(), call.speaksNewVersion())));
        routes.get("~/collaborators/{login}/permission", "metadata=read", this::permission);
        routes.get("~/branches", "contents=read", call -> Pages.array(call, List.of(find.repository(call)),
                repository -> branch(repository, call.links())));
        routes.get("~/branches/{branch}", "contents=read", this::oneBranch);
        routes.get("~/tags", "contents=read", call -> {
            Repository repository = find.repository(call);
            return Pages.array(call, repository.tagNames(), name -> tag(repository, name, call.links()));
        });
        routes.get("~/actions/workflows", "actions=read", call -> {
            Repository repository = find.repository(call);
            return Pages.counted(call, "workflows", repository.workflows(),
                    file -> RunJson.workflow(repository, file, call.links()));
        });
        routes.get("~/actions/workflows/{workflow}", "actions=read",
                call -> Answer.ok(RunJson.workflow(find.repository(call), find.workflow(call), call.links())));
        routes.get("~/contents/{path...}", "contents=read", this::contents);
    }

    private Answer permission(Call call) {
        find.repository(call);
        return find.world().people().all().stream()
                .filter(person -> person.login().equalsIgnoreCase(call.at("login")))
                .findFirst()
                .map(person -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.put("permission", "write");
                    String role = person.bot() ? "write" : "maintain";
                    body.put("role_name", role);
                    body.set("user", AccountJson.user(person, call.links()).put("role_name", role));
                    return Answer.ok(body);
                })
                .orElseThrow(Lookups::missing);
    }

    private Answer oneBranch(Call call) {
        Repository repository = find.repository(call);
        if (!call.at("branch").equals(Repository.BRANCH)) {
            return Answer.problem(404, "Branch not found");
        }
        ObjectNode body = branch(repository, call.links());
        body.set("commit", CommitJson.commit(repository, repository.head(), call.links()));
        return Answer.ok(body);
    }

    private static ObjectNode branch(Repository repository, Links links) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", Repository.BRANCH);
        node.set("commit", pointer(repository, repository.head().sha(), links));
        node.put("protected", false);
        return node;
    }

    private static ObjectNode tag(Repository repository, String name, Links links) {
        String url = links.repo(repository.fullName(), "");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name);
        node.put("zipball_url", url + "/zipball/refs/tags/" + name);
        node.put("tarball_url", url + "/tarball/refs/tags/" + name);
        node.set("commit", pointer(repository, repository.tagged(name).orElseThrow(), links));
        node.put("node_id", "REF_" + name);
        return node;
    }

    private static ObjectNode pointer(Repository repository, String sha, Links links) {
        return JsonNodeFactory.instance.objectNode()
                .put("sha", sha)
                .put("url", links.repo(repository.fullName(), "/commits/" + sha));
    }

    private Answer contents(Call call) {
        Repository repository = find.repository(call);
        String ref = call.asked("ref").isEmpty() ? Repository.BRANCH : call.asked("ref");
        Commit commit = repository.resolve(ref)
                .orElseThrow(() -> new dev.signalbox.practice.github.world.Refused(404,
                        "No commit found for the ref " + ref));
        WorkflowFile file = repository.workflows().stream()
                .filter(known -> known.path().equals(call.at("path")))
                .findFirst()
                .orElseThrow(Lookups::missing);
        return call.wantsRaw()
                ? Answer.raw(file.text(), "application/vnd.github.raw+json; charset=utf-8")
                : Answer.ok(file(repository, commit, file, call.links()));
    }

    private static ObjectNode file(Repository repository, Commit commit, WorkflowFile file, Links links) {
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        String url = links.repo(repository.fullName(), "/contents/" + file.path() + "?ref=" + commit.sha());
        String html = RepositoryJson.html(repository, links);
        String git = links.repo(repository.fullName(), "/git/blobs/" + commit.sha());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", file.fileName());
        node.put("path", file.path());
        node.put("sha", commit.sha());
        node.put("size", bytes.length);
        node.put("url", url);
        node.put("html_url", html + "/blob/" + commit.sha() + "/" + file.path());
        node.put("git_url", git);
        node.put("download_url", html + "/raw/" + commit.sha() + "/" + file.path());
        node.put("type", "file");
        node.put("content", Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(bytes) + "\n");
        node.put("encoding", "base64");
        node.putObject("_links")
                .put("self", url)
                .put("git", git)
                .put("html", html + "/blob/" + commit.sha() + "/" + file.path());
        return node;
    }
}
