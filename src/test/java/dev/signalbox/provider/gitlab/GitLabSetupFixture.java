package dev.signalbox.provider.gitlab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.port.CiServer.Fault;
import dev.signalbox.port.Setup;
import dev.signalbox.port.SetupServer;
import dev.signalbox.testing.faults.RawAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The contract tests' server of signing up, speaking GitLab's protocol.
final class GitLabSetupFixture implements SetupServer {

    static final String SELF = "/api/v4/personal_access_tokens/self";

    private static final String LIST =
            "/api/v4/projects?membership=true&order_by=last_activity_at&sort=desc&per_page=100";

    private final GitLabWire wire = new GitLabWire();
    private final GitLabPages pages = new GitLabPages(wire);
    private Setup.@Nullable AccountDoor door;

    GitLabWire wire() {
        return wire;
    }

    @Override
    public Setup.AccountDoor account() {
        Setup.AccountDoor open = door;
        if (open == null) {
            open = GitLabSetup.account(new GitLabSettings(GitLabWire.CONNECTION, List.of(), wire.http()));
            door = open;
        }
        return open;
    }

    @Override
    public String secret() {
        return GitLabWire.SECRET;
    }

    @Override
    public void person(String login) {
        wire.get("/api/v4/user", "{\"id\":1,\"username\":\"" + login + "\"}");
    }

    @Override
    public void mayEverything() {
        scopes("\"api\"");
        developer(true);
    }

    @Override
    public void maySee() {
        scopes("\"read_api\"");
        developer(true);
    }

    /// @param names as JSON texts
    void scopes(String names) {
        wire.get(SELF, "{\"id\":5,\"scopes\":[" + names + "],\"expires_at\":\"2026-12-24\",\"active\":true}");
    }

    void developer(boolean somewhere) {
        wire.get(
                "/api/v4/projects?membership=true&min_access_level=30&simple=true&per_page=1",
                somewhere ? "[{\"id\":1,\"path_with_namespace\":\"acme/shop\"}]" : "[]");
    }

    @Override
    public List<Ability.What> untellable() {
        return List.of();
    }

    @Override
    public void reachable(List<String> names) {
        pages.of(LIST, names, GitLabSetupFixture::row);
    }

    private static ObjectNode row(String name) {
        return JsonNodeFactory.instance.objectNode()
                .put("id", number(name))
                .put("path_with_namespace", name)
                .put("default_branch", "main")
                .put("archived", name.startsWith("old/"))
                .put("last_activity_at", "2026-11-19T10:00:00Z");
    }

    private static int number(String name) {
        return Math.floorMod(name.hashCode(), 1_000_000) + 1;
    }

    /// By number, since the list has told it.
    @Override
    public void deployments(String name, @Nullable Boolean any) {
        RawAnswer answer = any == null
                ? RawAnswer.json("{\"message\":\"403 Forbidden\"}").status(403)
                : RawAnswer.json(any ? "[{\"id\":7}]" : "[]");
        wire.answer("/api/v4/projects/" + number(name) + "/deployments?per_page=1", answer);
        wire.answer(
                "/api/v4/projects/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "/deployments?per_page=1",
                answer);
    }

    @Override
    public void fails(Fault fault) {
        wire.fails(fault);
    }

    @Override
    public void works() {
        wire.works();
    }

    @Override
    public List<String> requests() {
        return wire.requests().stream().map(each -> each.method() + " " + each.target()).toList();
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
        wire.close();
    }
}
