package dev.signalbox.port;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.CiCapabilities;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One connected CI account with all its ports.
///
/// @param address origin for people
/// @param owners organisations or users whose repositories are shown; empty for those of the account itself
/// @param capabilities what it can do, as far as is known by now
/// @param budget the newest reading of what is left, if any answer told
/// @param serverTime now, as the server's clock has it
/// @param sent how many reads left so far, but for those of actions
/// @param urgent the same account for actions, whose reads go before all others; absent where no read has to wait
public record CiProvider(
        ConnectionId id,
        Connection.Kind kind,
        String address,
        List<String> owners,
        Accounts accounts,
        Repositories repositories,
        Workflows workflows,
        Runs runs,
        Artifacts artifacts,
        Approvals approvals,
        Environments environments,
        Deployments deployments,
        Freezes freezes,
        Releases releases,
        Commits commits,
        ChangeRequests changeRequests,
        ChangeProposals changeProposals,
        CiCommands commands,
        Sender sender,
        Supplier<CiCapabilities> capabilities,
        Supplier<@Nullable ApiBudget> budget,
        Supplier<Instant> serverTime,
        LongSupplier sent,
        @Nullable CiProvider urgent) {

    /// The same account with its runs read through something else.
    public CiProvider with(Runs through) {
        return new CiProvider(
                id, kind, address, owners, accounts, repositories, workflows, through, artifacts, approvals,
                environments, deployments, freezes, releases, commits, changeRequests, changeProposals, commands,
                sender, capabilities, budget, serverTime, sent, urgent);
    }

    /// The same account with its repositories read through something else.
    public CiProvider with(Repositories through) {
        return new CiProvider(
                id, kind, address, owners, accounts, through, workflows, runs, artifacts, approvals,
                environments, deployments, freezes, releases, commits, changeRequests, changeProposals, commands,
                sender, capabilities, budget, serverTime, sent, urgent);
    }

    /// The same account with its freezes read through something else.
    public CiProvider with(Freezes through) {
        return new CiProvider(
                id, kind, address, owners, accounts, repositories, workflows, runs, artifacts, approvals,
                environments, deployments, through, releases, commits, changeRequests, changeProposals, commands,
                sender, capabilities, budget, serverTime, sent, urgent);
    }

    /// The same account with something before its ports, and before those for actions.
    public CiProvider behind(UnaryOperator<CiProvider> what) {
        CiProvider first = what.apply(this);
        return new CiProvider(
                first.id, first.kind, first.address, first.owners, first.accounts, first.repositories, first.workflows,
                first.runs, first.artifacts, first.approvals, first.environments, first.deployments, first.freezes,
                first.releases, first.commits, first.changeRequests, first.changeProposals, first.commands,
                first.sender, first.capabilities, first.budget, first.serverTime, first.sent,
                urgent == null ? null : what.apply(urgent));
    }
}
