package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.gitlab.world.Freeze;
import dev.signalbox.practice.gitlab.world.Member;
import dev.signalbox.practice.gitlab.world.Project;
import dev.signalbox.practice.gitlab.world.World;

/// Accounts and projects on the wire.
final class ProjectJson {

    static final long GROUP_ID = 7_100;

    private ProjectJson() {}

    static ObjectNode user(Member member, Links links) {
        return Wire.object()
                .put("id", member.id())
                .put("username", member.username())
                .put("name", member.name())
                .put("state", "active")
                .put("locked", false)
                .put("public_email", "")
                .putNull("avatar_url")
                .put("web_url", links.root() + "/" + member.username());
    }

    static ObjectNode me(Member member, Links links) {
        return user(member, links)
                .put("email", member.email())
                .put("bot", member.bot())
                .put("created_at", "2019-03-04T08:00:00.000Z")
                .put("two_factor_enabled", true)
                .put("external", false);
    }

    static ObjectNode group(Links links) {
        return Wire.object()
                .put("id", GROUP_ID)
                .put("name", "Platform")
                .put("path", "platform")
                .put("full_name", "Acme / Platform")
                .put("full_path", World.GROUP)
                .put("visibility", "private")
                .put("web_url", links.root() + "/groups/" + World.GROUP)
                .put("parent_id", GROUP_ID - 1);
    }

    static ObjectNode project(Project project, Member reader, boolean simple, Links links) {
        String page = links.page(project, "");
        ObjectNode node = Wire.object();
        node.put("id", project.id());
        node.put("description", project.description());
        node.put("name", project.name());
        node.put("name_with_namespace", "Acme / Platform / " + project.name());
        node.put("path", project.name());
        node.put("path_with_namespace", project.path());
        Wire.put(node, "created_at", project.createdAt());
        node.put("default_branch", Project.BRANCH);
        node.putArray("tag_list");
        node.putArray("topics");
        node.put("ssh_url_to_repo", "git@gitlab.practice.test:" + project.path() + ".git");
        node.put("http_url_to_repo", page + ".git");
        node.put("web_url", page);
        node.putNull("avatar_url");
        node.put("star_count", 0).put("forks_count", 0);
        Wire.put(node, "last_activity_at", project.lastActivity());
        node.putObject("namespace")
                .put("id", GROUP_ID)
                .put("name", "Platform")
                .put("path", "platform")
                .put("kind", "group")
                .put("full_path", World.GROUP);
        if (!simple) {
            node.put("archived", false).put("visibility", "private").put("empty_repo", false);
            node.put("jobs_enabled", true).put("builds_access_level", "enabled");
            node.put("ci_config_path", "").put("merge_method", "merge");
            ObjectNode permissions = node.putObject("permissions");
            permissions.putNull("project_access");
            permissions.putObject("group_access").put("access_level", reader.access()).put("notification_level", 3);
        }
        return node;
    }

    static ObjectNode freeze(Freeze freeze) {
        ObjectNode node = Wire.object();
        node.put("id", freeze.id());
        node.put("freeze_start", freeze.start());
        node.put("freeze_end", freeze.end());
        node.put("cron_timezone", freeze.zone());
        Wire.put(node, "created_at", freeze.createdAt());
        Wire.put(node, "updated_at", freeze.createdAt());
        return node;
    }
}
