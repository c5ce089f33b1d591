package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.github.world.Person;
import dev.signalbox.practice.github.world.Reviewer;
import dev.signalbox.practice.github.world.Team;
import dev.signalbox.practice.github.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Accounts, teams and the organisation on the wire.
final class AccountJson {

    private AccountJson() {}

    static String node(String kind, long id) {
        return Base64.getEncoder().encodeToString((kind + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode user(Person person, Links links) {
        return account(person.login(), person.id(), person.bot() ? "Bot" : "User", "/users/", links);
    }

    static ObjectNode owner(Links links) {
        return account(World.ORGANISATION, ORGANISATION_ID, "Organization", "/users/", links);
    }

    private static final long ORGANISATION_ID = 9_100_001;

    private static ObjectNode account(String login, long id, String type, String path, Links links) {
        String url = links.api() + path + login;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("login", login);
        node.put("id", id);
        node.put("node_id", node(type, id));
        node.put("avatar_url", links.html() + "/avatars/" + id);
        node.put("gravatar_id", "");
        node.put("url", url);
        node.put("html_url", links.html() + "/" + login);
        node.put("followers_url", url + "/followers");
        node.put("following_url", url + "/following{/other_user}");
        node.put("gists_url", url + "/gists{/gist_id}");
        node.put("starred_url", url + "/starred{/owner}{/repo}");
        node.put("subscriptions_url", url + "/subscriptions");
        node.put("organizations_url", url + "/orgs");
        node.put("repos_url", url + "/repos");
        node.put("events_url", url + "/events{/privacy}");
        node.put("received_events_url", url + "/received_events");
        node.put("type", type);
        node.put("site_admin", false);
        return node;
    }

    /// The caller's own profile.
    static ObjectNode me(Person person, Links links) {
        ObjectNode node = user(person, links);
        node.put("name", person.name());
        node.putNull("company").put("blog", "").putNull("location").put("email", person.email());
        node.putNull("hireable").putNull("bio");
        node.put("public_repos", 0).put("public_gists", 0).put("followers", 0).put("following", 0);
        node.put("created_at", "2019-03-04T08:00:00Z").put("updated_at", "2026-09-01T08:00:00Z");
        node.put("private_gists", 0).put("total_private_repos", 0).put("owned_private_repos", 0);
        node.put("disk_usage", 0).put("collaborators", 0).put("two_factor_authentication", true);
        return node;
    }

    static ObjectNode organisation(Links links) {
        String url = links.api() + "/orgs/" + World.ORGANISATION;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("login", World.ORGANISATION);
        node.put("id", ORGANISATION_ID);
        node.put("node_id", node("Organization", ORGANISATION_ID));
        node.put("url", url);
        node.put("repos_url", url + "/repos");
        node.put("events_url", url + "/events");
        node.put("hooks_url", url + "/hooks");
        node.put("issues_url", url + "/issues");
        node.put("members_url", url + "/members{/member}");
        node.put("public_members_url", url + "/public_members{/member}");
        node.put("avatar_url", links.html() + "/avatars/" + ORGANISATION_ID);
        node.put("description", "A team to practise on");
        return node;
    }

    static ObjectNode reviewer(Reviewer reviewer, Links links) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (reviewer) {
            case Person person -> node.put("type", "User").set("reviewer", user(person, links));
            case Team team -> node.put("type", "Team").set("reviewer", team(team, links));
        }
        return node;
    }

    private static ObjectNode team(Team team, Links links) {
        String url = links.api() + "/organizations/" + ORGANISATION_ID + "/team/" + team.id();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", team.id());
        node.put("node_id", node("Team", team.id()));
        node.put("url", url);
        node.put("html_url", links.html() + "/orgs/" + World.ORGANISATION + "/teams/" + team.slug());
        node.put("name", team.name());
        node.put("slug", team.slug());
        node.putNull("description");
        node.put("privacy", "closed");
        node.put("notification_setting", "notifications_enabled");
        node.put("permission", "push");
        node.put("type", "organization");
        node.put("members_url", url + "/members{/member}");
        node.put("repositories_url", url + "/repos");
        node.putNull("parent");
        return node;
    }
}
