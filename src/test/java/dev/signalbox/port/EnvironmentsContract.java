package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.EnvironmentStanding;
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

    @Test
    void tellsWhetherOneIsInUse() throws RemoteFailure {
        CiEnvironment there = server().environmentSamples().getFirst();
        server().environment(there, EnvironmentStanding.State.AVAILABLE);
        assertThat(server().provider().environments().standing(server().repository(), there.number()).state())
                .isEqualTo(EnvironmentStanding.State.AVAILABLE);
    }

    @Test
    void oneThatIsGoneIsStopped() throws RemoteFailure {
        CiEnvironment gone = server().environmentSamples().getFirst();
        server().environment(gone, EnvironmentStanding.State.STOPPED);
        assertThat(server().provider().environments().standing(server().repository(), gone.number()).state())
                .isEqualTo(EnvironmentStanding.State.STOPPED);
    }
}
