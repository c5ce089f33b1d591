package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every reading port does when the server disappoints: one problem of the right kind, in safe words.
public abstract class CiContract {

    private @Nullable CiServer running;

    /// A server of the provider's protocol with nothing on it.
    protected abstract CiServer start();

    /// The port's most usual read.
    protected abstract Object read(CiServer server) throws RemoteFailure;

    @BeforeEach
    void startServer() {
        running = start();
    }

    @AfterEach
    void closeServer() {
        server().close();
    }

    protected final CiServer server() {
        return Objects.requireNonNull(running);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED,Unauthorized", "FORBIDDEN,Forbidden", "NOT_FOUND,NotFound", "RATE_LIMITED,RateLimited",
        "SERVER_FAULT,ServerFault", "SIGN_IN_PAGE,Unreadable", "TRUNCATED,Unreadable", "WRONG_SHAPE,Unreadable",
        "CUT,Unreachable"
    })
    void tellsWhyItCouldNotRead(CiServer.Fault fault, String kind) {
        server().fails(fault);
        RemoteFailure failure = Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, () -> read(server())));
        RemoteProblem problem = failure.problem();
        assertThat(problem.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(problem.detail()).isNotBlank().doesNotContain(server().secret()).doesNotContain("<");
        assertThat(failure.toString()).doesNotContain(server().secret());
    }

    @ParameterizedTest
    @CsvSource({"SERVER_FAULT", "CUT"})
    void triesAReadOftenerThanOnceButNotForEver(CiServer.Fault fault) {
        server().fails(fault);
        assertThat(catchThrowableOfType(RemoteFailure.class, () -> read(server()))).isNotNull();
        assertThat(server().requests()).hasSizeBetween(2, 6);
    }
}
