package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.port.ChangeProposalsContract;
import dev.signalbox.port.CiProvider;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.testing.faults.RawAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// As docs.github.com/en/rest/pulls/pulls describes it.
class GitHubPullProposalsTest extends ChangeProposalsContract {

    @Override
    protected CiProvider connect(String address) {
        HttpRuntime runtime = new HttpRuntime(
                InstantSource.fixed(GitHubWire.NOW), System::nanoTime, new SplittableRandom(7),
                Thread.ofVirtual().factory());
        HttpSettings http =
                HttpSettings.of(GitHub.base(address), Credential.bearer(GitHubWire.SECRET), runtime)
                        .withLimits(HttpLimits.standard().withoutPauses().withDeadline(Duration.ofSeconds(60)));
        return GitHub.open(new GitHubSettings(WireReading.CONNECTION, List.of(), http)).provider();
    }

    @Override
    protected String owner() {
        return "acme";
    }

    @Override
    protected String listed() {
        return "/repos/acme/board/pulls?head=acme%3asignalbox%2fboard-0a1b2c3d&state=all&sort=created"
                + "&direction=desc&per_page=20";
    }

    @Override
    protected String told(long number, State state, String title, String page) {
        String merged = state == State.MERGED ? "\"2026-11-20T12:00:00Z\"" : "null";
        return """
                {"number":%s,"title":"%s","state":"%s","user":{"login":"ada"},"merged_at":%s,"html_url":"%s"}"""
                .formatted(number, title, state == State.OPEN ? "open" : "closed", merged, page);
    }

    @Override
    protected List<String> opens(String title, String description) {
        String more = description.isEmpty()
                ? ""
                : ",\"body\":\"" + description.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        return List.of(
                "POST", "/repos/acme/board/pulls",
                "{\"title\":\"" + title + "\",\"head\":\"" + BRANCH + "\",\"base\":\"main\"" + more + "}");
    }

    @Override
    protected List<String> closes() {
        return List.of("PATCH", "/repos/acme/board/pulls/12", "{\"state\":\"closed\"}");
    }

    @Override
    protected RawAnswer already() {
        return RawAnswer.json("""
                {"message":"Validation Failed","errors":[{"resource":"PullRequest","code":"custom",
                 "message":"A pull request already exists for acme:signalbox/board-0a1b2c3d."}]}""").status(422);
    }
}
