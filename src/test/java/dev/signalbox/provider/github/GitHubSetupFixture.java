package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.port.CiServer.Fault;
import dev.signalbox.port.Setup;
import dev.signalbox.port.SetupServer;
import dev.signalbox.testing.faults.RawAnswer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The contract tests' server of signing up, speaking GitHub's protocol.
final class GitHubSetupFixture implements SetupServer {

    private static final String LIST = "/user/repos?sort=pushed&per_page=100";
    private static final int PAGE = 100;

    private final GitHubWire wire = new GitHubWire();
    private String token = GitHubWire.SECRET;
    private String scopes = "";
    private String person = "ada";
    private Setup.@Nullable AccountDoor door;

    GitHubWire wire() {
        return wire;
    }

    /// As if the credential were this one.
    void token(String other) {
        token = other;
    }

    void scopes(String other) {
        scopes = other;
        person(person);
    }

    @Override
    public Setup.AccountDoor account() {
        Setup.AccountDoor open = door;
        if (open == null) {
            open = GitHubSetup.account(
                    new GitHubSettings(WireReading.CONNECTION, List.of(), wire.http()), token);
            door = open;
        }
        return open;
    }

    @Override
    public String secret() {
        return GitHubWire.SECRET;
    }

    @Override
    public void person(String login) {
        person = login;
        RawAnswer answer = RawAnswer.json("{\"id\":1,\"login\":\"" + login + "\"}");
        wire.answer("/user", scopes.isEmpty() ? answer : answer.with("X-OAuth-Scopes", scopes));
    }

    @Override
    public void mayEverything() {
        scopes("repo, read:org");
    }

    /// GitHub has no scope that only reads, so this is a token of the newer kind.
    @Override
    public void maySee() {
        token("github_pat_11AAAAAAA0");
        reachable(List.of("acme/shop"));
        look("acme/shop", "actions/runs", RawAnswer.json("{\"total_count\":0,\"workflow_runs\":[]}"));
        look("acme/shop", "environments", RawAnswer.json("{\"total_count\":0,\"environments\":[]}"));
        look("acme/shop", "deployments", RawAnswer.json("[]"));
        look("acme/shop", "commits", RawAnswer.json("[]"));
    }

    /// What the server says when something of a repository is looked at.
    void look(String repository, String what, RawAnswer answer) {
        wire.answer("/repos/" + repository + "/" + what + "?per_page=1", answer);
    }

    @Override
    public List<Ability.What> untellable() {
        return Arrays.stream(Ability.What.values()).filter(what -> !what.looks()).toList();
    }

    @Override
    public void reachable(List<String> names) {
        reachable(names, true);
    }

    void reachable(List<String> names, boolean isPrivate) {
        int count = Math.max(1, (names.size() + PAGE - 1) / PAGE);
        for (int page = 1; page <= count; page++) {
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            names.subList((page - 1) * PAGE, Math.min(names.size(), page * PAGE))
                    .forEach(name -> rows.add(row(name, isPrivate)));
            RawAnswer answer = RawAnswer.json(rows.toString());
            if (page < count) {
                answer = answer.with("Link", "<" + wire.address() + target(page + 1) + ">; rel=\"next\"");
            }
            wire.answer(target(page), answer);
        }
    }

    private static String target(int page) {
        return page == 1 ? LIST : LIST + "&page=" + page;
    }

    private static ObjectNode row(String name, boolean isPrivate) {
        return JsonNodeFactory.instance.objectNode()
                .put("id", 1296269)
                .put("full_name", name)
                .put("default_branch", "main")
                .put("private", isPrivate)
                .put("archived", name.startsWith("old/"))
                .put("pushed_at", "2026-11-19T10:00:00Z");
    }

    @Override
    public void deployments(String name, @Nullable Boolean any) {
        look(name, "deployments", any == null
                ? RawAnswer.json("{\"message\":\"Resource not accessible\"}").status(403)
                : RawAnswer.json(any ? "[{\"id\":7}]" : "[]"));
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
