package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Reviewer;
import java.time.Duration;
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
        List<CiEnvironment> there = List.of(
                new CiEnvironment(
                        server().repository(),
                        CiSamples.LARGE,
                        "production/eu",
                        Duration.ofMinutes(30),
                        List.of(new Reviewer(Reviewer.Kind.TEAM, "release"), new Reviewer(Reviewer.Kind.USER, "ada")),
                        true,
                        true),
                new CiEnvironment(server().repository(), 2, "staging", Duration.ZERO, List.of(), false, false));
        server().environments(there);
        assertThat(server().provider().environments().of(server().repository())).isEqualTo(there);
    }
}
