package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.Connection;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TokenCheck;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.http.RateReading;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A connection to GitLab.com or to a GitLab that somebody runs themselves.
public final class GitLab implements AutoCloseable {

    private final HttpDoor door;
    private final GitLabClient client;
    private final CiProvider provider;
    private final InstantSource clock;

    private GitLab(HttpDoor door, GitLabClient client, CiProvider provider, InstantSource clock) {
        this.door = door;
        this.client = client;
        this.provider = provider;
        this.clock = clock;
    }

    /// Connects all ports; nothing is sent yet.
    public static GitLab open(GitLabSettings settings) {
        InstantSource clock = settings.http().runtime().clock();
        GitLabBudget budget = new GitLabBudget();
        HttpDoor door = HttpDoor.open(dressed(settings.http(), budget));
        GitLabServer server = new GitLabServer(settings.http().base(), clock);
        Ports ports = new Ports(settings, door, server, new GitLabProjects(), new GitLabDeclared(), budget);
        GitLabClient client = new GitLabClient(ports.through(door));
        GitLabAccounts accounts = new GitLabAccounts(client, server);
        GitLabRequests urgently = ports.through(door.forActions());
        CiProvider urgent = ports.of(urgently, accounts.through(new GitLabClient(urgently)), null);
        CiProvider provider = ports.of(ports.through(door), accounts, urgent);
        return new GitLab(door, client, provider, clock);
    }

    /// What all ports of an account share.
    private record Ports(
            GitLabSettings settings, HttpDoor door, GitLabServer server, GitLabProjects projects,
            GitLabDeclared declared, GitLabBudget budget) {

        GitLabRequests through(HttpDoor reading) {
            return new GitLabRequests(reading, server, projects);
        }

        CiProvider of(GitLabRequests requests, GitLabAccounts accounts, @Nullable CiProvider urgent) {
            InstantSource clock = settings.http().runtime().clock();
            GitLabClient client = new GitLabClient(requests);
            GitLabDeliveryClient deliveries = new GitLabDeliveryClient(requests);
            GitLabJobs jobs = new GitLabJobs(client);
            return new CiProvider(
                    settings.id(),
                    Connection.Kind.GITLAB,
                    server.address(),
                    settings.owners(),
                    accounts,
                    new GitLabRepositories(client, projects, settings.id()),
                    new GitLabWorkflows(client, projects, declared, server.address()),
                    new GitLabRuns(client, jobs, new GitLabTitles(client, server)),
                    new GitLabArtifacts(jobs, client, server),
                    new GitLabApprovals(jobs, deliveries, accounts, projects),
                    new GitLabEnvironments(deliveries, server),
                    new GitLabDeployments(deliveries),
                    new GitLabFreezes(deliveries, server),
                    new GitLabReleases(deliveries),
                    new GitLabCommits(client),
                    new GitLabMergeRequests(deliveries),
                    new GitLabMergeProposals(requests, deliveries, settings.id()),
                    new GitLabCommands(requests, server, declared, settings.id()),
                    new GitLabSender(door, server, settings.id()),
                    new GitLabAbilities(accounts, server),
                    budget::newest,
                    () -> clock.instant().plus(door.clockSkew().orElse(Duration.ZERO)),
                    door::sent,
                    urgent);
        }
    }

    /// The API's address for what a person may write: `https://gitlab.com`, another host, a GitLab below a path such as
    /// `https://host/gitlab`, or the API itself.
    ///
    /// @throws IllegalArgumentException with a sentence that says what to write instead
    public static BaseUrl base(String address) {
        BaseUrl written = BaseUrl.parse(address);
        List<String> path = new ArrayList<>(written.segments());
        int size = path.size();
        if (size < 2 || !path.subList(size - 2, size).equals(List.of("api", "v4"))) {
            path.addAll(List.of("api", "v4"));
        }
        return new BaseUrl(written.origin(), path);
    }

    /// A personal, project or group access token, in the header that GitLab has for them. A token that a sign-in gave looks
    /// like 64 hexadecimal digits and is taken as a bearer only.
    ///
    /// @throws IllegalArgumentException when it cannot be one
    public static Credential token(String token) {
        return token.matches("[0-9a-f]{64}") ? Credential.bearer(token) : Credential.header("PRIVATE-TOKEN", token);
    }

    /// Tells what the token may do.
    public TokenCheck check() {
        return new GitLabTokenCheck(client, BaseUrl.parse(provider.address()), clock);
    }

    /// All ports of the account.
    public CiProvider provider() {
        return provider;
    }

    /// Asks once whether requests are answered again before the time that was told, and goes on if so. GitLab puts
    /// `Retry-After` on every refusal and has nothing to ask that does not count, so an answer is the only sign there is.
    /// For when a person wants to know; a refusal tells a new time.
    public void askAgain() {
        if (door.frozenUntil().isEmpty()) {
            return;
        }
        try {
            client.knock();
            door.resumeAfterAnswer();
        } catch (RemoteFailure stillRefused) {
            // What is frozen stays frozen until its time; the connection's chip says so already.
        }
    }

    @Override
    public void close() {
        door.close();
    }

    private static HttpSettings dressed(HttpSettings http, GitLabBudget budget) {
        Consumer<RateReading> before = http.rates();
        return http.withHeaders(http.userAgent(), GitLabCurl.HEADERS).withRates(reading -> {
            budget.read(reading);
            before.accept(reading);
        });
    }
}
