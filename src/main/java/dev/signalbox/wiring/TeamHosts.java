package dev.signalbox.wiring;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.util.ArrayList;
import java.util.List;

/// Gives accounts with `url: team` the address that the team file in force names. Only at the start: a running console
/// never takes a connection, and its token, to another host.
final class TeamHosts {

    private TeamHosts() {}

    /// The configuration with every address that is known; an account without one is shown with its problem, and no token
    /// is asked for it.
    static ConsoleConfig resolve(ConsoleConfig config, Protection inForce, Store store) {
        List<ConsoleConfig.CiAccount> accounts = new ArrayList<>();
        for (ConsoleConfig.CiAccount account : config.accounts()) {
            String host = inForce.hosts().get(account.id().name());
            if (!account.isAddressedByTeam()) {
                accounts.add(account);
            } else if (host != null) {
                accounts.add(account.at(host));
            } else {
                store.offer(new Change.ConnectionAdded(Connection.fresh(account.id(), account.kind(), "")));
                store.offer(new Change.ConnectionTroubled(
                        account.id(),
                        new RemoteProblem.NotFound("The team file in force names no address for “" + account.id().name()
                                + "” under “hosts”. Once it does, start the console again."),
                        null));
            }
        }
        return config.with(List.copyOf(accounts));
    }
}
