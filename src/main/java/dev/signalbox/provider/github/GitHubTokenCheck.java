package dev.signalbox.provider.github;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.Ability.What;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TokenCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a token may do at GitHub. A classic token says it in a header. Any other is found out by reading one private
/// repository: reading a public one is allowed to everybody and proves nothing. What it may change is not tried, so it
/// stays unknown.
final class GitHubTokenCheck implements TokenCheck {

    private static final String CLASSIC = "scope repo";

    private final GitHubClient client;
    private final GitHubTokenKind kind;

    GitHubTokenCheck(GitHubClient client, GitHubTokenKind kind) {
        this.client = client;
        this.kind = kind;
    }

    @Override
    public TokenSheet check() throws RemoteFailure {
        AccountJson user = client.user();
        Account account =
                GitHubClient.known(GitHubMapping.account(user), "GitHub did not say whose credential this is");
        List<String> notes = new ArrayList<>();
        boolean saysScopes = user.scopes() != null && (kind == GitHubTokenKind.CLASSIC || kind == GitHubTokenKind.OAUTH
                || (kind == GitHubTokenKind.UNKNOWN && !account.scopes().isEmpty()));
        List<Ability> abilities = saysScopes ? byScopes(account, notes) : byReading(notes);
        return new TokenSheet(
                GitHubWords.line(account.login()), kind.words(), account.expiresAt(), abilities, notes);
    }

    private static List<Ability> byScopes(Account account, List<String> notes) {
        boolean all = account.scopes().contains("repo");
        boolean open = account.scopes().contains("public_repo");
        boolean deployments = account.scopes().contains("repo_deployment");
        if (!all) {
            notes.add(open
                    ? "Without the scope repo, this token reaches public repositories only."
                    : "Without the scope repo, this token sees only what everybody may see.");
        }
        List<Ability> abilities = new ArrayList<>();
        for (What what : What.values()) {
            boolean may = all || open || (deployments && what == What.SEE_DEPLOYMENTS);
            abilities.add(new Ability(what, Told.of(may), CLASSIC));
        }
        if (all) {
            notes.add("Who may approve a deployment is decided by each environment.");
        }
        return abilities;
    }

    private List<Ability> byReading(List<String> notes) throws RemoteFailure {
        List<RepositoryJson> reached = client.reachable(null).rows();
        Optional<RepositoryId> closed = reached.stream()
                .filter(row -> row.isPrivate() && !row.archived())
                .map(GitHubTokenCheck::id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst();
        if (closed.isEmpty()) {
            notes.add(reached.isEmpty()
                    ? "This token reaches no repository, so there was nothing to try it on."
                    : "This token reaches no private repository, and public ones tell nothing of what it may do.");
        } else {
            notes.add("Tried by reading " + GitHubWords.line(closed.get().fullName())
                    + ". What a token may change cannot be known without changing something.");
        }
        List<Ability> abilities = new ArrayList<>();
        for (What what : What.values()) {
            abilities.add(what == What.SEE_REPOSITORIES
                    ? new Ability(what, reached.isEmpty() ? Told.UNKNOWN : Told.YES, permission(what))
                    : tried(what, closed.orElse(null)));
        }
        return abilities;
    }

    private Ability tried(What what, @Nullable RepositoryId repository) throws RemoteFailure {
        if (repository == null || !what.looks()) {
            return new Ability(what, Told.UNKNOWN, permission(what));
        }
        try {
            client.look(repository, path(what));
            return new Ability(what, Told.YES, permission(what));
        } catch (RemoteFailure e) {
            return switch (e.problem()) {
                // What the server names is what it wants for this very request.
                case RemoteProblem.Forbidden(String detail, String missing) ->
                        new Ability(what, Told.NO, missing == null ? permission(what) : named(missing));
                case RemoteProblem.NotFound hidden -> new Ability(what, Told.NO, permission(what));
                // An empty repository has no commits to read, but says so only to those who may.
                case RemoteProblem.Conflict empty -> new Ability(what, Told.YES, permission(what));
                case RemoteProblem.Rejected odd -> new Ability(what, Told.UNKNOWN, permission(what));
                case RemoteProblem.ServerFault fault -> new Ability(what, Told.UNKNOWN, permission(what));
                case RemoteProblem.Unreadable odd -> new Ability(what, Told.UNKNOWN, permission(what));
                case RemoteProblem.NotKept full -> new Ability(what, Told.UNKNOWN, permission(what));
                case RemoteProblem.Unreachable gone -> throw e;
                case RemoteProblem.Unauthorized refused -> throw e;
                case RemoteProblem.NoCredential none -> throw e;
                case RemoteProblem.SignInEnded ended -> throw e;
                case RemoteProblem.RateLimited later -> throw e;
            };
        }
    }

    private static @Nullable RepositoryId id(RepositoryJson row) {
        String[] name = GitHubWords.exact(row.fullName()).split("/", -1);
        boolean good = name.length == 2 && !name[0].isBlank() && !name[1].isBlank();
        return good ? new RepositoryId(GitHubRepositoryChoices.NOWHERE, name[0], name[1]) : null;
    }

    private static String[] path(What what) {
        return switch (what) {
            case SEE_RUNS -> new String[] {"actions", "runs"};
            case SEE_ENVIRONMENTS -> new String[] {"environments"};
            case SEE_DEPLOYMENTS -> new String[] {"deployments"};
            case SEE_CONTENTS -> new String[] {"commits"};
            case SEE_REPOSITORIES, START_RUNS, APPROVE, WRITE_CONTENTS, PROPOSE_CHANGES ->
                    throw new IllegalArgumentException("Not to be tried: " + what);
        };
    }

    /// Names of permissions: <https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens>.
    private static String permission(What what) {
        return switch (what) {
            case SEE_REPOSITORIES -> "Metadata: read";
            case SEE_RUNS, SEE_ENVIRONMENTS -> "Actions: read";
            case SEE_DEPLOYMENTS -> "Deployments: read";
            case SEE_CONTENTS -> "Contents: read";
            case START_RUNS -> "Actions: write";
            case APPROVE -> "Deployments: write";
            case WRITE_CONTENTS -> "Contents: write";
            case PROPOSE_CHANGES -> "Pull requests: write";
        };
    }

    /// `actions=read; contents=write` as people write it.
    private static String named(String header) {
        return GitHubWords.line(header).replace("=", ": ").replace(";", ",");
    }
}
