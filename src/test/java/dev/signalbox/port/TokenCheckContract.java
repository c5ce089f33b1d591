package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What [TokenCheck] must do.
public abstract class TokenCheckContract {

    private @Nullable SetupServer running;

    protected abstract SetupServer start();

    @BeforeEach
    void startServer() {
        running = start();
    }

    @AfterEach
    void closeServer() {
        server().close();
    }

    protected final SetupServer server() {
        return Objects.requireNonNull(running);
    }

    private TokenSheet checked() throws RemoteFailure {
        return server().account().check().check();
    }

    @Test
    void tellsWhoseTokenItIs() throws RemoteFailure {
        server().mayEverything();
        server().person("ada");

        assertThat(checked().person()).isEqualTo("ada");
    }

    @Test
    void hasOneRowForEachThingThatTheConsoleDoes() throws RemoteFailure {
        server().person("ada");
        server().mayEverything();

        assertThat(checked().abilities()).extracting(Ability::what).containsExactly(Ability.What.values());
        assertThat(checked().abilities()).allSatisfy(ability -> assertThat(ability.permission()).isNotBlank());
    }

    @Test
    void aTokenThatMayEverythingMissesNothing() throws RemoteFailure {
        server().person("ada");
        server().mayEverything();

        TokenSheet sheet = checked();

        assertThat(sheet.missing()).isEmpty();
        assertThat(sheet.abilities()).filteredOn(ability -> ability.what().looks())
                .extracting(Ability::state).containsOnly(Told.YES);
    }

    @Test
    void aTokenThatOnlyLooksIsNotSaidToAct() throws RemoteFailure {
        server().person("ada");
        server().maySee();

        TokenSheet sheet = checked();

        assertThat(sheet.abilities()).filteredOn(ability -> ability.what().looks())
                .extracting(Ability::state).containsOnly(Told.YES);
        assertThat(sheet.abilities()).filteredOn(ability -> !ability.what().looks())
                .allSatisfy(ability -> assertThat(ability.state()).isEqualTo(
                        server().untellable().contains(ability.what()) ? Told.UNKNOWN : Told.NO));
    }

    @Test
    void neverWritesToFindOut() throws RemoteFailure {
        server().person("ada");
        server().mayEverything();
        checked();

        assertThat(server().requests()).isNotEmpty().allSatisfy(request -> assertThat(request).startsWith("GET "));
        assertThat(server().requests()).hasSizeLessThan(10);
    }

    @Test
    void theNameOfAPersonIsSafeToShow() throws RemoteFailure {
        server().mayEverything();
        server().person("a\\u202Eda");

        assertThat(checked().person()).doesNotContain("\u202E");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, Unauthorized", "FORBIDDEN, Forbidden", "NOT_FOUND, NotFound", "RATE_LIMITED, RateLimited",
        "SERVER_FAULT, ServerFault", "SIGN_IN_PAGE, Unreadable", "TRUNCATED, Unreadable", "WRONG_SHAPE, Unreadable",
        "CUT, Unreachable"
    })
    void tellsWhyItCouldNotFindOut(CiServer.Fault fault, String kind) {
        server().fails(fault);

        RemoteFailure failure = Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, this::checked));

        RemoteProblem problem = failure.problem();
        assertThat(problem.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(problem.detail()).doesNotContain(server().secret());
        assertThat(server().account().toString()).doesNotContain(server().secret());
    }
}
