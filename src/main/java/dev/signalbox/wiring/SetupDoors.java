package dev.signalbox.wiring;

import dev.signalbox.desktop.ProviderTools;
import dev.signalbox.desktop.SecretProgram;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.port.ClusterChoices;
import dev.signalbox.port.Setup;
import dev.signalbox.port.TokenPrograms;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.github.GitHubSettings;
import dev.signalbox.provider.github.GitHubSetup;
import dev.signalbox.provider.gitlab.GitLab;
import dev.signalbox.provider.gitlab.GitLabSettings;
import dev.signalbox.provider.gitlab.GitLabSetup;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.kubernetes.ClusterRuntime;
import dev.signalbox.provider.kubernetes.Kubernetes;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What is asked when something is connected for the first time, by the ordinary providers.
final class SetupDoors implements Setup {

    private static final Duration PROGRAM = Duration.ofSeconds(30);

    private final Machine machine;
    private final Threads threads;
    private final Map<String, String> environment;

    /// @param environment what programs get: without the tokens that a configuration names
    SetupDoors(Machine machine, Threads threads, Map<String, String> environment) {
        this.machine = machine;
        this.threads = threads;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public SignInDoor signIn(Host host) {
        HttpSettings http = http(host, Credential.none());
        return switch (host.kind()) {
            case GITHUB -> GitHubSetup.signIn(http);
            case GITLAB -> GitLabSetup.signIn(http);
            case KUBERNETES -> throw noProvider();
        };
    }

    @Override
    public AccountDoor account(ConnectionId connection, Host host, HiddenText token) {
        String text = token.reveal().strip();
        return switch (host.kind()) {
            case GITHUB -> GitHubSetup.account(
                    new GitHubSettings(connection, List.of(), http(host, Credential.bearer(text))), text);
            case GITLAB -> GitLabSetup.account(
                    new GitLabSettings(connection, List.of(), http(host, GitLab.token(text))));
            case KUBERNETES -> throw noProvider();
        };
    }

    @Override
    public String origin(Host host) {
        return base(host).origin().toString();
    }

    @Override
    public ClusterChoices clusters() {
        return Kubernetes.choices(
                () -> Kubeconfig.files(machine.environment().getOrDefault("KUBECONFIG", ""), machine.home()),
                AboutThis.here().agent() + " (" + machine.operator() + ")",
                new ClusterRuntime(
                        machine.clock(), machine.ticker(), machine.random(), threads.virtual(), environment));
    }

    @Override
    public TokenPrograms programs() {
        return new ProviderTools(new SecretProgram(environment, threads.virtual(), PROGRAM));
    }

    private HttpSettings http(Host host, Credential credential) {
        return AccountHttp.of(machine, threads, base(host), credential, host.proxy(), host.authority());
    }

    private static BaseUrl base(Host host) {
        return switch (host.kind()) {
            case GITHUB -> GitHub.base(host.url());
            case GITLAB -> GitLab.base(host.url());
            case KUBERNETES -> throw noProvider();
        };
    }

    private static IllegalArgumentException noProvider() {
        return new IllegalArgumentException("A cluster is no CI account.");
    }
}
