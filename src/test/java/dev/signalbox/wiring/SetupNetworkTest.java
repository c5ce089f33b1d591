package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.action.Pause;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way through a company's proxy, with its own certificates, for somebody who connects for the first time.
class SetupNetworkTest {

    private static final String PROXY = "http://proxy.example.com:3128";

    @TempDir
    private Path folder = Path.of("");

    private final FakeSetup outside = new FakeSetup(SetupOfficeTest.CODE);

    private static Chosen.Account account(Host host) {
        return new Chosen.Account(SetUpConsole.SECOND, host, new HiddenText("ghp_canary"), List.of());
    }

    private Host through(String proxy) {
        return new Host(Connection.Kind.GITHUB, "https://github.com", proxy, folder.resolve("company.pem"));
    }

    private SetupOffice office(SetUpConsole console) {
        return new SetupOffice(
                outside, console.setup(console.config()), InstantSource.fixed(Instant.EPOCH), Pause.real(),
                page -> {});
    }

    @Test
    void isKeptInTheConfiguration() throws Exception {
        try (SetUpConsole console = new SetUpConsole(folder.resolve("console"))) {
            console.setup(console.config()).keep(
                    new Chosen(List.of(account(through(PROXY))), List.of()),
                    new BoardProposal(List.of(), List.of()), SetUpConsole.NONE);

            ConsoleConfig.CiAccount kept = console.config().accounts().getLast();
            assertThat(kept.id()).isEqualTo(SetUpConsole.SECOND);
            assertThat(kept.proxy()).isEqualTo(PROXY);
            assertThat(kept.authority()).isEqualTo(folder.resolve("company.pem"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://ada:canary@proxy.example.com:3128", "http://proxy.example.com?canary", "http://proxy.example.com#canary"
    })
    void aProxyIsAnAddressAlone(String proxy) throws Exception {
        try (SetUpConsole console = new SetUpConsole(folder.resolve("console"))) {
            assertThat(office(console).objection(through(proxy)))
                    .startsWith("The address of a proxy must not hold a user name").doesNotContain("canary");
        }
    }

    @Test
    void aProxyThatIsNoneIsRefusedAsSuch() throws Exception {
        try (SetUpConsole console = new SetUpConsole(folder.resolve("console"))) {
            assertThat(office(console).objection(through(PROXY))).isEmpty();
            assertThat(office(console).objection(through("ftp://proxy.example.com"))).startsWith("Proxy: ");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoGotNoAnswerIsToldThatTheWayMayBeAnother(boolean reached) throws Exception {
        RemoteProblem silence = reached
                ? new RemoteProblem.Unreadable("a sign-in page answered")
                : new RemoteProblem.Unreachable("no such host", RemoteProblem.Sent.NOTHING);
        try (SetUpConsole console = new SetUpConsole(folder.resolve("console"))) {
            outside.failure = new RemoteFailure(silence);
            assertThatThrownBy(() -> office(console).check(account(through(PROXY))))
                    .isInstanceOf(SetupDesk.NoAnswer.class);
            outside.failure = new RemoteFailure(new RemoteProblem.Unauthorized("Bad credentials"));
            assertThatThrownBy(() -> office(console).check(account(through(PROXY))))
                    .isInstanceOf(SetupDesk.Trouble.class).isNotInstanceOf(SetupDesk.NoAnswer.class);
        }
    }
}
