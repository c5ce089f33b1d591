package dev.signalbox.provider.github;

import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.JsonAnswer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Which GitHub this is and what it is known to understand. GitHub Enterprise Server is told by its version header, and
/// until the first answer by its path.
final class GitHubServer {

    private final BaseUrl base;
    private final AtomicBoolean enterprise;
    private final AtomicBoolean refusesRunDetails = new AtomicBoolean();

    GitHubServer(BaseUrl base) {
        this.base = base;
        this.enterprise = new AtomicBoolean(base.segments().equals(List.of("api", "v3")));
    }

    /// The API's address.
    BaseUrl base() {
        return base;
    }

    /// Where people look at it.
    String address() {
        String origin = base.origin().toString();
        if (origin.equals("https://api.github.com")) {
            return "https://github.com";
        }
        if (origin.startsWith("https://api.") && origin.endsWith(".ghe.com")) {
            return "https://" + origin.substring("https://api.".length());
        }
        return origin;
    }

    /// Learns from an answer what kind of server gave it.
    void answered(JsonAnswer answer) {
        if (!answer.isUnchanged()) {
            enterprise.set(answer.headers().first("X-GitHub-Enterprise-Version").isPresent());
        }
    }

    /// Learns that a dispatch with `return_run_details` was refused because of that field.
    void refusedRunDetails() {
        refusesRunDetails.set(true);
    }

    /// Whether a dispatch may ask for the run that it starts. Enterprise servers up to 3.19 know only `ref` and
    /// `inputs`, and how they take an unknown field is not documented.
    boolean givesRunDetails() {
        return !enterprise.get() && !refusesRunDetails.get();
    }
}
