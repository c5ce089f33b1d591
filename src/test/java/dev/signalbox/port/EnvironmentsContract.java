package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.CiEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [Environments] must do.
public abstract class EnvironmentsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().environments().of(server.repository());
    }

    @Test
    void tellsHowEnvironmentsAreGuarded() throws RemoteFailure {
        List<CiEnvironment> there = server().environmentSamples();
        server().environments(there);
        assertThat(server().provider().environments().of(server().repository())).isEqualTo(there);
    }
}
