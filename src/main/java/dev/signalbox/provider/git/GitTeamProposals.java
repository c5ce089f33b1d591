package dev.signalbox.provider.git;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import dev.signalbox.port.TeamFileMissing;
import dev.signalbox.port.TeamProposals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/// Proposals for a team file that is read with [GitTeamFile]: commits are made in the same bare copy and pushed from there,
/// each to a branch of its own, under the same limits and with the same credential.
public final class GitTeamProposals implements TeamProposals {

    private final GitTeamFile file;
    private final GitSettings settings;
    private final PushRequests requests;
    private final Author author;
    private final @Nullable ConnectionId account;

    /// Who writes the commits.
    ///
    /// @param name empty to take the account's login
    /// @param email empty to take an address at which nobody reads, at the repository's host
    public record Author(String name, String email) {

        /// Whoever is signed in.
        public static final Author SIGNED_IN = new Author("", "");
    }

    /// @param id under which its requests are sent
    /// @param account that opens the request at the CI provider; absent when the one is taken whose host it is
    public GitTeamProposals(GitTeamFile file, ConnectionId id, Author author, @Nullable ConnectionId account) {
        this.file = file;
        this.author = author;
        this.account = account;
        settings = file.settings();
        requests = new PushRequests(settings, id);
    }

    @Override
    public TeamPlace place() {
        return file.place();
    }

    @Override
    public @Nullable ConnectionId account() {
        return account;
    }

    @Override
    public TeamHead head() throws RemoteFailure {
        return file.inCopy(repository -> {
            ObjectId head = new FollowedBranch(settings).bring(repository);
            try {
                return TeamHead.with(head.name(), new TeamBlob(repository, settings).read(head).text());
            } catch (RemoteFailure noText) {
                return new TeamHead(
                        head.name(), null, noText.problem().detail(),
                        noText instanceof TeamFileMissing);
            }
        });
    }

    @Override
    public Optional<String> branch(String name) throws RemoteFailure {
        return file.inCopy(repository -> Optional.ofNullable(new FollowedBranch(settings).head(repository, name))
                .map(ObjectId::name));
    }

    @Override
    public Prepared prepare(TeamProposal proposal, String login) throws RemoteFailure {
        PersonIdent person = person(login, proposal.at());
        int bytes = proposal.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > settings.limits().blob()) {
            throw new RemoteFailure(new RemoteProblem.Rejected(
                    "The text is larger than " + settings.limits().blob() / 1_000_000 + " MB.", 0));
        }
        return file.inCopy(repository -> {
            TeamCommitMaker.Made made = new TeamCommitMaker(repository, settings.path())
                    .make(ObjectId.fromString(proposal.head()), proposal.text(), proposal.message(), person);
            String branch = TeamProposal.branch(made.commit().name());
            return new Prepared(
                    branch, made.commit().name(), requests.create(branch, made, proposal, person, bytes));
        });
    }

    /// Git keeps whole seconds.
    private PersonIdent person(String login, Instant at) {
        String name = author.name().isEmpty() ? login : author.name();
        String mail = author.email().isEmpty()
                ? login.replaceAll("[^A-Za-z0-9._-]", "-") + "@users.noreply." + settings.repository().host()
                : author.email();
        return new PersonIdent(name, mail, Instant.ofEpochSecond(at.getEpochSecond()), ZoneOffset.UTC);
    }

    @Override
    public PlannedRequest remove(String branch, String commit) {
        return requests.remove(branch, commit);
    }

    @Override
    public Sender sender() {
        return this::send;
    }

    private SendOutcome send(PlannedRequest request) {
        Optional<BranchUpdate> update = requests.read(request);
        if (update.isEmpty()) {
            return new SendOutcome.NotApplied(
                    new RemoteProblem.Rejected("The request is not for this repository and was not sent", 0));
        }
        try {
            return file.inCopy(repository -> {
                boolean lies = update.get().to().equals(ObjectId.zeroId())
                        || repository.getObjectDatabase().has(update.get().to());
                return lies
                        ? update.get().send(repository, settings)
                        : new SendOutcome.NotApplied(new RemoteProblem.Conflict(
                                "The commit that was prepared does not lie in the copy any more."));
            });
        } catch (RemoteFailure before) {
            return new SendOutcome.NotApplied(before.problem());
        }
    }
}
