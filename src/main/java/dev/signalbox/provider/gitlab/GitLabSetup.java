package dev.signalbox.provider.gitlab;

import dev.signalbox.port.RepositoryChoices;
import dev.signalbox.port.Setup;
import dev.signalbox.port.SignIn;
import dev.signalbox.port.TokenCheck;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.provider.oauth.DeviceFlow;
import dev.signalbox.provider.oauth.DeviceFlowPlace;
import java.time.InstantSource;

/// GitLab as it is met for the first time: signing in, what a token may do, which projects there are.
public final class GitLabSetup {

    private GitLabSetup() {}

    /// The way to sign in, since GitLab 17.2.
    ///
    /// @param http address of the API; a credential in it is not used
    public static Setup.SignInDoor signIn(HttpSettings http) {
        BaseUrl web = web(http);
        HttpDoor door = HttpDoor.open(http.at(web, Credential.none()));
        DeviceFlowPlace place = new DeviceFlowPlace(
                "GitLab", web.url("oauth", "authorize_device"), web.url("oauth", "token"), "api");
        return new SigningIn(door, new DeviceFlow(door, place, http.runtime().clock()));
    }

    /// The way to an account.
    public static Setup.AccountDoor account(GitLabSettings settings) {
        HttpSettings http = settings.http();
        InstantSource clock = http.runtime().clock();
        HttpDoor door = HttpDoor.open(http.withHeaders(http.userAgent(), GitLabCurl.HEADERS));
        GitLabServer server = new GitLabServer(http.base(), clock);
        GitLabProjects projects = new GitLabProjects();
        GitLabClient client = new GitLabClient(new GitLabRequests(door, server, projects));
        return new Looking(
                door, new GitLabTokenCheck(client, web(http), clock),
                new GitLabProjectChoices(client, projects, settings.id()));
    }

    private static BaseUrl web(HttpSettings http) {
        return BaseUrl.parse(new GitLabServer(http.base(), http.runtime().clock()).address());
    }

    private record SigningIn(HttpDoor door, SignIn signIn) implements Setup.SignInDoor {

        @Override
        public void close() {
            door.close();
        }
    }

    private record Looking(HttpDoor door, TokenCheck check, RepositoryChoices repositories)
            implements
            Setup.AccountDoor {

        @Override
        public void close() {
            door.close();
        }
    }
}
