package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.port.ChangeProposalsContract;
import dev.signalbox.port.CiProvider;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// As docs.gitlab.com/api/merge_requests describes it.
class GitLabMergeProposalsTest extends ChangeProposalsContract {

    private static final String PROJECT = "/api/v4/projects/acme%2fteams%2fboard/merge_requests";

    @Override
    protected CiProvider connect(String address) {
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.fixed(GitLabWire.NOW), System::nanoTime, new SplittableRandom(7),
                Thread.ofVirtual().factory());
        HttpSettings http = HttpSettings.of(GitLab.base(address), GitLab.token(GitLabWire.SECRET), runtime)
                .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(60)));
        return GitLab.open(new GitLabSettings(GitLabWire.CONNECTION, List.of(), http)).provider();
    }

    @Override
    protected String owner() {
        return "acme/teams";
    }

    @Override
    protected String listed() {
        return PROJECT + "?source_branch=signalbox%2fboard-0a1b2c3d&state=all&order_by=created_at&sort=desc"
                + "&per_page=20";
    }

    @Override
    protected String told(long number, State state, String title, String page) {
        String word = switch (state) {
            case OPEN -> "opened";
            case MERGED -> "merged";
            default -> "closed";
        };
        return """
                {"iid":%s,"title":"%s","state":"%s","author":{"username":"ada"},"web_url":"%s"}"""
                .formatted(number, title, word, page);
    }

    @Override
    protected List<String> opens(String title, String description) {
        String more = description.isEmpty()
                ? ""
                : ",\"description\":\"" + description.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        return List.of("POST", PROJECT, "{\"source_branch\":\"" + BRANCH + "\",\"target_branch\":\"main\",\"title\":\""
                + title + "\"" + more + ",\"remove_source_branch\":true}");
    }

    @Override
    protected List<String> closes() {
        return List.of("PUT", PROJECT + "/12", "{\"state_event\":\"close\"}");
    }

    @Override
    protected RawAnswer already() {
        return RawAnswer
                .json("{\"message\":[\"Another open merge request already exists for this source branch: !11\"]}")
                .status(409);
    }
}
