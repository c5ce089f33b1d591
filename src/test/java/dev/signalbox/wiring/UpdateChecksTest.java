package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateChecksTest {

    private static final String WHERE = "https://git.example.invalid/acme/box";

    @TempDir
    private Path folder = Path.of("");

    private final Machine machine = Machine.here().with(Map.of());
    private final List<URI> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        Folders folders = Folders.below(folder);
        folders.make();
        engine = Engine.open(machine, folders);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private UpdateChecks checks(boolean practising) {
        return UpdateChecks.of(engine, machine, Runnable::run, practising, null, opened::add);
    }

    @Test
    void aNewConsoleHasNoAddressAndAsksNobody() {
        assertThat(checks(false).desk().standing().get().maySearch()).isFalse();
        assertThat(checks(false).desk().standing().get().fixed()).isEmpty();
        assertThat(checks(false).own()).as("a build tree has no version").isNull();
    }

    @Test
    void whatWasChosenIsReadFromAFileOfItsOwn() throws IOException {
        engine.settings("updates.properties").write(Map.of("address", WHERE));
        assertThat(checks(false).desk().standing().get().where()).isEqualTo(WHERE);
        assertThat(checks(false).desk().standing().get().maySearch()).isTrue();
    }

    @Test
    void inPracticeAnAddressInTheFileIsOfNoUse() throws IOException {
        engine.settings("updates.properties").write(Map.of("daily", "true", "address", WHERE));
        UpdateChecks practice = checks(true);
        practice.desk().look();
        assertThat(practice.desk().standing().get().fixed()).contains("Practice reaches nothing outside");
        assertThat(practice.desk().standing().get().looking()).isFalse();
        assertThat(practice.desk().standing().get().last()).isNull();
    }

    @Test
    void onlyHttpsIsAskedAlsoOnThisMachine() {
        for (String plain : List.of("http://127.0.0.1/acme/box", "http://github.com/acme/box")) {
            assertThatThrownBy(() -> UpdateChecks.feed(machine, engine.threads(), plain, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("https://");
        }
        assertThat(UpdateChecks.feed(machine, engine.threads(), WHERE, null)).isNotNull();
    }

    @Test
    void aProxyOfTheEnvironmentIsTakenAndOneThatIsNoneIsSaid() {
        assertThat(UpdateChecks.feed(
                machine.with(Map.of("HTTPS_PROXY", "http://proxy.example.com:3128")), engine.threads(), WHERE, null))
                .isNotNull();
        assertThatThrownBy(() -> UpdateChecks.feed(
                machine.with(Map.of("https_proxy", "::", "HTTPS_PROXY", "http://proxy.example.com")),
                engine.threads(), WHERE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesAsTheAccountAtTheSameHost() {
        ConsoleConfig config = config(
                account("work", "https://github.com", "http://one.example.com:3128", Path.of("/ca.pem")),
                account("inside", "https://git.example.com", "http://two.example.com:3128", null));

        assertThat(UpdateChecks.route("github.com", config)).contains(
                new UpdateChecks.Route("http://one.example.com:3128", Path.of("/ca.pem")));
        assertThat(UpdateChecks.route("api.github.com", config)).contains(
                new UpdateChecks.Route("http://one.example.com:3128", Path.of("/ca.pem")));
        assertThat(UpdateChecks.route("else.example.com", config)).as("nobody knows which").isEmpty();
    }

    @Test
    void goesThroughTheProxyThatAllShare() {
        ConsoleConfig config = config(
                account("work", "https://ghe.example.com", "http://one.example.com:3128", null),
                account("inside", "https://git.example.com", "http://one.example.com:3128", null),
                account("direct", "team", null, null));

        assertThat(UpdateChecks.route("github.com", config)).contains(
                new UpdateChecks.Route("http://one.example.com:3128", null));
        assertThat(UpdateChecks.route("github.com", config(account("w", "https://g.example.com", null, null))))
                .isEmpty();
        assertThat(UpdateChecks.route("github.com", null)).isEmpty();
    }

    @Test
    void aProxyOfAnAccountThatIsNoneIsSaid() {
        assertThatThrownBy(() -> UpdateChecks.feed(
                machine.with(Map.of("HTTPS_PROXY", "http://proxy.example.com:3128")), engine.threads(), WHERE,
                config(account("work", "https://github.com", "::", null))))
                .as("it is not passed by").isInstanceOf(IllegalArgumentException.class);
    }

    private static ConsoleConfig config(CiAccount... accounts) {
        return new ConsoleConfig(List.of(accounts), List.of(), null);
    }

    private static CiAccount account(String name, String url, @Nullable String proxy, @Nullable Path authority) {
        return new CiAccount(
                new ConnectionId(name), Connection.Kind.GITHUB, url, "T", List.of(), proxy, authority);
    }
}
