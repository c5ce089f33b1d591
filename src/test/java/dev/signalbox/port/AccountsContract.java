package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Account;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What [Accounts] must do.
public abstract class AccountsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().accounts().me();
    }

    @Test
    void tellsWhoTheCredentialBelongsTo() throws RemoteFailure {
        server().account(new Account("ada", Set.of(), null));
        assertThat(server().provider().accounts().me().login()).isEqualTo("ada");
    }
}
