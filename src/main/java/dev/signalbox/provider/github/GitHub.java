package dev.signalbox.provider.github;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiCapabilities;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TokenCheck;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.http.RateReading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection to GitHub, GitHub Enterprise Cloud or GitHub Enterprise Server.
public final class GitHub implements AutoCloseable {

    private static final CiCapabilities ABILITIES = new CiCapabilities(
            Map.of(
                    CiAbility.REJECT_MANUAL_JOB, "GitHub has no jobs that are started by hand.",
                    CiAbility.STOP_ENVIRONMENT, GitHubCommands.NO_STOP,
                    CiAbility.TEST_REPORT, "GitHub keeps no report of tests; they are read from the artifacts."),
            true,
            Set.of("workflow_dispatch"));

    private final HttpDoor door;
    private final GitHubClient client;
    private final CiProvider provider;

    private GitHub(HttpDoor door, GitHubClient client, CiProvider provider) {
        this.door = door;
        this.client = client;
        this.provider = provider;
    }

    /// Connects all ports; nothing is sent yet.
    public static GitHub open(GitHubSettings settings) {
        GitHubBudget budget = new GitHubBudget();
        HttpDoor door = HttpDoor.open(dressed(settings.http(), budget));
        GitHubServer server = new GitHubServer(settings.http().base());
        GitHubClient client = new GitHubClient(door, server);
        CiProvider urgent =
                ports(settings, door, server, new GitHubClient(door.forActions(), server), budget, null);
        CiProvider provider = ports(settings, door, server, client, budget, urgent);
        return new GitHub(door, client, provider);
    }

    private static CiProvider ports(
            GitHubSettings settings, HttpDoor door, GitHubServer server, GitHubClient client, GitHubBudget budget,
            @Nullable CiProvider urgent) {
        InstantSource clock = settings.http().runtime().clock();
        return new CiProvider(
                settings.id(),
                Connection.Kind.GITHUB,
                server.address(),
                settings.owners(),
                new GitHubAccounts(client),
                new GitHubRepositories(client, settings.id()),
                new GitHubWorkflows(client),
                new GitHubRuns(client),
                new GitHubArtifacts(client),
                new GitHubApprovals(client),
                new GitHubEnvironments(client),
                new GitHubDeployments(client),
                repository -> List.of(),
                new GitHubReleases(client),
                new GitHubCommits(client),
                new GitHubPullRequests(client),
                new GitHubPullProposals(client, settings.id()),
                new GitHubCommands(client, server, settings.id()),
                new GitHubSender(door, server, settings.id()),
                () -> ABILITIES,
                budget::newest,
                () -> clock.instant().plus(door.clockSkew().orElse(Duration.ZERO)),
                door::sent,
                urgent);
    }

    /// The API's address for what a person may write: `https://github.com`, an Enterprise host, or the API itself.
    ///
    /// @throws IllegalArgumentException with a sentence that says what to write instead
    public static BaseUrl base(String address) {
        BaseUrl written = BaseUrl.parse(address);
        String host = written.origin().host();
        if (!written.segments().isEmpty() || written.origin().isLoopback() || host.startsWith("api.")) {
            return written;
        }
        if (host.equals("github.com") || host.equals("www.github.com")) {
            return BaseUrl.parse("https://api.github.com");
        }
        if (host.endsWith(".ghe.com")) {
            return BaseUrl.parse("https://api." + host);
        }
        return new BaseUrl(written.origin(), List.of("api", "v3"));
    }

    /// Tells what the token may do.
    ///
    /// @param token the credential's text: its beginning tells what kind it is, and nothing else is read of it
    public TokenCheck check(String token) {
        return new GitHubTokenCheck(client, GitHubTokenKind.of(token));
    }

    /// All ports of the account.
    public CiProvider provider() {
        return provider;
    }

    /// Asks once whether a used-up allowance is there again before its time, and goes on if so: another program gave it
    /// back, or an administrator did. For when a person wants to know; a pause that the server asked for is kept.
    public void askAgain() {
        if (door.frozenUntil().isEmpty()) {
            return;
        }
        try {
            if (client.hasAllowance()) {
                door.resume();
            }
        } catch (RemoteFailure stillRefused) {
            // What is frozen stays frozen until its time; the connection's chip says so already.
        }
    }

    @Override
    public void close() {
        door.close();
    }

    private static HttpSettings dressed(HttpSettings http, GitHubBudget budget) {
        Consumer<RateReading> before = http.rates();
        return http.withHeaders(http.userAgent(), GitHubCurl.HEADERS).withRates(reading -> {
            budget.read(reading);
            before.accept(reading);
        });
    }
}
