package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.port.RenewalContract;
import dev.signalbox.port.Setup;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GitHubSignInTest extends RenewalContract {

    @Override
    protected Place place() {
        return new Place("/login/device/code", "/login/oauth/access_token", "repo+read%3Aorg", "GitHub");
    }

    @Override
    protected Setup.SignInDoor open(String address, Supplier<Instant> clock) {
        HttpRuntime runtime = new HttpRuntime(
                clock::get, System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        // The credential of an account is none of the business of signing in.
        return GitHubSetup.signIn(
                HttpSettings.of(GitHub.base(address + "/api/v3"), Credential.bearer("ghp_canary"), runtime)
                        .withLimits(HttpLimits.standard().withoutPauses()));
    }

    @Test
    void signsInWherePeopleLookAndNotWhereTheApiIs() {
        assertThat(new GitHubServer(GitHub.base("https://github.com")).address()).isEqualTo("https://github.com");
        assertThat(new GitHubServer(GitHub.base("https://acme.ghe.com")).address()).isEqualTo("https://acme.ghe.com");
        assertThat(new GitHubServer(GitHub.base("https://git.example.com")).address())
                .isEqualTo("https://git.example.com");
    }
}
