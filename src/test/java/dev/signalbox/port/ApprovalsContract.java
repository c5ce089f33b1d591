package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [Approvals] must do.
public abstract class ApprovalsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().approvals().pending(run(server));
    }

    @Test
    void tellsWhatWaitsAndWhoMayDecide() throws RemoteFailure {
        List<PendingApproval> there = server().pendingSamples(run(server()));
        server().pending(run(server()), there);
        assertThat(server().provider().approvals().pending(run(server()))).isEqualTo(there);
    }

    @Test
    void tellsThatNothingWaits() throws RemoteFailure {
        server().pending(run(server()), List.of());
        assertThat(server().provider().approvals().pending(run(server()))).isEmpty();
    }

    @Test
    void tellsWhatWasDecided() throws RemoteFailure {
        List<Review> there = server().reviewSamples();
        server().reviews(run(server()), there);
        assertThat(server().provider().approvals().reviews(run(server()))).isEqualTo(there);
    }

    private static RunId run(CiServer server) {
        return new RunId(server.repository(), CiSamples.LARGE);
    }
}
