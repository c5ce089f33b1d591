package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.Ability.What;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TokenCheck;
import dev.signalbox.provider.http.BaseUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a token may do at GitLab: its scopes, which it says itself, and whether the account is a developer anywhere.
final class GitLabTokenCheck implements TokenCheck {

    private final GitLabClient client;
    private final BaseUrl web;
    private final InstantSource clock;

    /// @param web where people look at GitLab
    GitLabTokenCheck(GitLabClient client, BaseUrl web, InstantSource clock) {
        this.client = client;
        this.web = web;
        this.clock = clock;
    }

    /// What a token says of itself.
    ///
    /// @param scopes absent where it does not say
    private record Self(String kind, @Nullable List<String> scopes, @Nullable Instant expiresAt) {}

    @Override
    public TokenSheet check() throws RemoteFailure {
        UserJson user = client.user();
        Account account = GitLabRequests.known(
                GitLabMapping.account(user, null), "GitLab did not say whose credential this is");
        Self self = self(account.login());
        List<String> notes = new ArrayList<>();
        Told developer = developer();
        if (developer == Told.NO) {
            notes.add("This account is a developer in no project, so it can look but not act.");
        }
        if (self.scopes() == null) {
            notes.add("GitLab does not say what this token may do.");
        }
        List<Ability> abilities = new ArrayList<>();
        for (What what : What.values()) {
            abilities.add(ability(what, self.scopes(), developer));
        }
        if (abilities.stream().anyMatch(a -> a.what() == What.APPROVE && a.state() == Told.YES)) {
            notes.add("Who may approve a deployment is decided by each protected environment.");
        }
        return new TokenSheet(
                GitLabWords.line(account.login()), self.kind(), self.expiresAt(), abilities, notes);
    }

    private static Ability ability(What what, @Nullable List<String> scopes, Told developer) {
        String scope = what.looks() ? "scope read_api" : "scope api";
        if (scopes == null) {
            return new Ability(what, Told.UNKNOWN, scope);
        }
        boolean may = scopes.contains("api") || (what.looks() && scopes.contains("read_api"));
        if (!may) {
            return new Ability(what, TokenJson.areKnown(scopes) ? Told.NO : Told.UNKNOWN, scope);
        }
        return what.looks() || developer == Told.YES
                ? new Ability(what, Told.YES, scope)
                : new Ability(what, developer, "role Developer");
    }

    private Self self(String login) throws RemoteFailure {
        try {
            TokenJson token = client.token();
            return new Self(kind(login), token.scopes().isEmpty() ? null : token.scopes(), token.expiresAt());
        } catch (RemoteFailure e) {
            if (isGrave(e.problem())) {
                throw e;
            }
        }
        try {
            ApplicationTokenJson token = client.applicationToken(web);
            Long left = token.lifeLeft();
            return new Self(
                    "token of an application, acting for you", token.scopes().isEmpty() ? null : token.scopes(),
                    left == null ? null : clock.instant().plusSeconds(Math.clamp(left, 0, 1L << 32)));
        } catch (RemoteFailure e) {
            if (isGrave(e.problem())) {
                throw e;
            }
            return new Self("token of a kind that is not known here", null, null);
        }
    }

    /// Tokens of projects and groups act as a bot: <https://docs.gitlab.com/user/project/settings/project_access_tokens/#bot-users-for-projects>.
    private static String kind(String login) {
        if (login.matches("project_\\d+_bot(_.*)?")) {
            return "project access token";
        }
        return login.matches("group_\\d+_bot(_.*)?") ? "group access token" : "personal access token";
    }

    private Told developer() throws RemoteFailure {
        try {
            return Told.of(client.develops());
        } catch (RemoteFailure e) {
            if (isGrave(e.problem())) {
                throw e;
            }
            return Told.UNKNOWN;
        }
    }

    /// What would befall the next request, too.
    private static boolean isGrave(RemoteProblem problem) {
        return problem instanceof RemoteProblem.Unreachable || problem instanceof RemoteProblem.RateLimited;
    }
}
