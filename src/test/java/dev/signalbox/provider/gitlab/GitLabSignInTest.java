package dev.signalbox.provider.gitlab;

import dev.signalbox.port.RenewalContract;
import dev.signalbox.port.Setup;
import dev.signalbox.provider.http.HttpLimits;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Below a path, as some GitLabs are.
class GitLabSignInTest extends RenewalContract {

    @Override
    protected Place place() {
        return new Place("/gitlab/oauth/authorize_device", "/gitlab/oauth/token", "api", "GitLab");
    }

    @Override
    protected Setup.SignInDoor open(String address, Supplier<Instant> clock) {
        HttpRuntime runtime = new HttpRuntime(
                clock::get, System::nanoTime, new SplittableRandom(7), Thread.ofVirtual().factory());
        return GitLabSetup.signIn(
                HttpSettings.of(GitLab.base(address + "/gitlab"), GitLab.token("glpat-canary"), runtime)
                        .withLimits(HttpLimits.standard().withoutPauses()));
    }
}
