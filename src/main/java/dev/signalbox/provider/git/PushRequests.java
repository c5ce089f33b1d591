package dev.signalbox.provider.git;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.http.StrictJson;
import dev.signalbox.provider.json.JsonFields;
import dev.signalbox.provider.shell.ShellText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/// What is pushed, written down so that it can be shown, kept and sent as it is. A push is no HTTP request; its “method”
/// is `PUSH`, and its body tells the one branch that it changes and the commit that is made.
final class PushRequests {

    static final String METHOD = "PUSH";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");

    private final GitSettings settings;
    private final ConnectionId connection;

    PushRequests(GitSettings settings, ConnectionId connection) {
        this.settings = settings;
        this.connection = connection;
    }

    PlannedRequest create(
            String branch, TeamCommitMaker.Made made, TeamProposal proposal, PersonIdent person, int bytes) {
        ObjectNode body = update(branch, ObjectId.zeroId(), made.commit());
        ObjectNode commit = body.putObject("commit");
        commit.put("parent", proposal.head());
        commit.put("author", person.getName() + " <" + person.getEmailAddress() + ">");
        commit.put("at", person.getWhenAsInstant().toString());
        commit.put("message", proposal.message());
        commit.put("path", settings.path());
        commit.put("blob", made.blob().name());
        commit.put("bytes", bytes);
        return planned(body, "--force-with-lease=refs/heads/" + branch + ":", made.commit().name(), branch);
    }

    PlannedRequest remove(String branch, String commit) {
        return planned(
                update(branch, ObjectId.fromString(commit), ObjectId.zeroId()),
                "--force-with-lease=refs/heads/" + branch + ":" + commit, "", branch);
    }

    private static ObjectNode update(String branch, ObjectId from, ObjectId to) {
        return JsonNodeFactory.instance.objectNode()
                .put("branch", branch)
                .put("from", from.name())
                .put("to", to.name());
    }

    private PlannedRequest planned(ObjectNode body, String lease, String from, String branch) {
        String command = "git -C " + ShellText.quoted(settings.folder().toString()) + " push \\\n  " + lease + " \\\n  "
                + ShellText.quoted(settings.repository().words()) + " " + from + ":refs/heads/" + branch;
        return new PlannedRequest(
                connection, METHOD, address(), "application/json", ShellText.visible(body.toString()), command);
    }

    /// The one update that a request asks for; nothing unless it was composed here and touches a branch of ours only.
    Optional<BranchUpdate> read(PlannedRequest request) {
        if (!request.connection().equals(connection) || !request.method().equals(METHOD)
                || !request.uri().equals(address())) {
            return Optional.empty();
        }
        try {
            JsonNode tree = new StrictJson().tree(request.body().getBytes(StandardCharsets.UTF_8));
            JsonFields fields = new JsonFields(tree);
            String branch = Objects.requireNonNullElse(fields.text("branch"), "");
            String from = Objects.requireNonNullElse(fields.text("from"), "");
            String to = Objects.requireNonNullElse(fields.text("to"), "");
            boolean ours = branch.startsWith(TeamProposal.BRANCHES) && GitSettings.isBranch(branch)
                    && !branch.equals(settings.branch());
            return ours && ID.matcher(from).matches() && ID.matcher(to).matches()
                    ? Optional.of(new BranchUpdate(branch, ObjectId.fromString(from), ObjectId.fromString(to)))
                            .filter(PushRequests::makesOrRemoves)
                    : Optional.empty();
        } catch (RemoteFailure notOurs) {
            return Optional.empty();
        }
    }

    /// A branch that is there is never moved.
    private static boolean makesOrRemoves(BranchUpdate update) {
        return update.from().equals(ObjectId.zeroId()) != update.to().equals(ObjectId.zeroId());
    }

    private URI address() {
        return switch (settings.repository()) {
            case GitAddress.Https https -> URI.create(https.words());
            case GitAddress.Ssh ssh when ssh.words().startsWith("ssh:") -> URI.create(ssh.words());
            case GitAddress.Ssh ssh -> URI.create("ssh://" + ssh.words().replaceFirst(":", "/"));
        };
    }
}
