package dev.signalbox.provider.github;

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

/// GitHub as it is met for the first time: signing in, what a token may do, which repositories there are.
public final class GitHubSetup {

    /// What an OAuth application is asked for; a GitHub App has permissions of its own and ignores it.
    private static final String SCOPE = "repo read:org";

    private GitHubSetup() {}

    /// The way to sign in. Begins at the address that people look at, since there is no API for it.
    ///
    /// @param http address of the API; a credential in it is not used
    public static Setup.SignInDoor signIn(HttpSettings http) {
        BaseUrl web = BaseUrl.parse(new GitHubServer(http.base()).address());
        HttpDoor door = HttpDoor.open(http.at(web, Credential.none()));
        DeviceFlowPlace place = new DeviceFlowPlace(
                "GitHub", web.url("login", "device", "code"), web.url("login", "oauth", "access_token"), SCOPE);
        return new SigningIn(door, new DeviceFlow(door, place, http.runtime().clock()));
    }

    /// The way to an account.
    ///
    /// @param token the credential's text: its beginning tells what kind it is, and nothing else is read of it
    public static Setup.AccountDoor account(GitHubSettings settings, String token) {
        HttpSettings http = settings.http();
        HttpDoor door = HttpDoor.open(http.withHeaders(http.userAgent(), GitHubCurl.HEADERS));
        GitHubClient client = new GitHubClient(door, new GitHubServer(http.base()));
        return new Looking(
                door, new GitHubTokenCheck(client, GitHubTokenKind.of(token)),
                new GitHubRepositoryChoices(client, settings.id()));
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
