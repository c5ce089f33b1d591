package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamHostsTest {

    private final Store store = new Store(new Reducer(), Runnable::run);

    @Test
    void anAddressOfItsOwnStaysWhateverTheTeamSays() {
        ConsoleConfig config = config("https://github.example.com");
        assertThat(TeamHosts.resolve(config, hosts("https://evil.test"), store)).isEqualTo(config);
    }

    @Test
    void anAddressThatIsLeftToTheTeamIsTheOneInForce() {
        assertThat(TeamHosts.resolve(config("team"), hosts("https://github.example.com"), store).accounts())
                .singleElement().satisfies(a -> assertThat(a.url()).isEqualTo("https://github.example.com"));
    }

    @Test
    void withoutAnAddressThereIsNoConnectionAndTheReasonIsShown() {
        assertThat(TeamHosts.resolve(config("team"), Protection.NONE, store).accounts()).isEmpty();
        Connection shown = Objects.requireNonNull(store.current().connections().get(new ConnectionId("work")));
        assertThat(shown.problem()).isInstanceOf(RemoteProblem.NotFound.class);
        assertThat(Objects.requireNonNull(shown.problem()).detail()).contains("names no address for “work”");
    }

    private static Protection hosts(String address) {
        return new Protection(List.of(), Set.of(), Map.of("work", address));
    }

    private static ConsoleConfig config(String url) {
        return new ConsoleConfig(
                List.of(new ConsoleConfig.CiAccount(
                        new ConnectionId("work"), Connection.Kind.GITHUB, url, "T", List.of(), null, null)),
                List.of(), null);
    }
}
