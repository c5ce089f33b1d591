package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Commit;
import dev.signalbox.practice.github.world.Repository;
import java.util.Optional;

/// Releases: every tag was published by whoever made its commit, and has no files.
final class ReleaseEndpoints {

    private final Lookups find;

    ReleaseEndpoints(Lookups find) {
        this.find = find;
    }

    void addTo(Routes routes) {
        routes.get("~/releases", "contents=read", call -> {
            Repository repository = find.repository(call);
            return Pages.array(call, repository.tagNames(), tag -> release(repository, tag, call.links()));
        });
        routes.get("~/releases/latest", "contents=read", call -> {
            Repository repository = find.repository(call);
            return one(repository, repository.tagNames().stream().findFirst(), call.links());
        });
        routes.get("~/releases/tags/{tag}", "contents=read", call -> {
            Repository repository = find.repository(call);
            return one(repository, Optional.of(call.at("tag")).filter(repository::hasTag), call.links());
        });
        routes.get("~/releases/{release}", "contents=read", call -> {
            Repository repository = find.repository(call);
            return one(repository, tag(repository, call.at("release")), call.links());
        });
        routes.get("~/releases/{release}/assets", "contents=read", call -> {
            return tag(find.repository(call), call.at("release"))
                    .map(there -> Answer.ok(JsonNodeFactory.instance.arrayNode()))
                    .orElseThrow(Lookups::missing);
        });
    }

    private static Answer one(Repository repository, Optional<String> tag, Links links) {
        return Answer.ok(release(repository, tag.orElseThrow(Lookups::missing), links));
    }

    private static Optional<String> tag(Repository repository, String id) {
        return repository.tagNames().stream()
                .filter(tag -> String.valueOf(id(commit(repository, tag))).equals(id))
                .findFirst();
    }

    private static Commit commit(Repository repository, String tag) {
        return repository.resolve(tag).orElseThrow(Lookups::missing);
    }

    private static int id(Commit commit) {
        return 40_000 + Math.floorMod(commit.sha().hashCode(), 1_000_000);
    }

    private static ObjectNode release(Repository repository, String tag, Links links) {
        Commit commit = commit(repository, tag);
        String url = links.repo(repository.fullName(), "/releases/" + id(commit));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("url", url);
        node.put("assets_url", url + "/assets");
        node.put("upload_url", url + "/assets{?name,label}");
        node.put("html_url", RepositoryJson.html(repository, links) + "/releases/tag/" + tag);
        node.put("id", id(commit));
        node.put("node_id", "RE_" + commit.sha().substring(0, 12));
        node.put("tag_name", tag);
        node.put("target_commitish", Repository.BRANCH);
        node.put("name", repository.name() + " " + tag);
        node.put("body", "What changed in " + tag);
        node.put("draft", false).put("prerelease", false).put("immutable", true);
        node.put("created_at", Wire.time(commit.at()));
        node.put("published_at", Wire.time(commit.at()));
        node.put("updated_at", Wire.time(commit.at()));
        node.set("author", AccountJson.user(commit.author(), links));
        node.putArray("assets");
        node.put("tarball_url", links.repo(repository.fullName(), "/tarball/" + tag));
        node.put("zipball_url", links.repo(repository.fullName(), "/zipball/" + tag));
        return node;
    }
}
