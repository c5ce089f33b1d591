package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.report.ReportRules;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import dev.signalbox.wiring.config.ConsoleConfig.Memory;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleConfigTextTest {

    private static final Path FILE = Path.of("/home/ada/.config/signalbox/console.yaml");
    private static final Path HOME = Path.of("/home/ada");

    private static final CiAccount WORK = new CiAccount(
            new ConnectionId("work"), Connection.Kind.GITHUB, "https://github.com", new TokenSource.Vault(),
            List.of("acme"), null, null);
    private static final ClusterContext PROD = new ClusterContext(
            new ConnectionId("prod-eu"), List.of(), "admin@prod-eu", List.of("shop"), List.of(),
            ClusterMark.PRODUCTION_READ_ONLY);

    private static ConsoleConfig of(List<CiAccount> accounts, List<ClusterContext> clusters) {
        return new ConsoleConfig(accounts, clusters, null);
    }

    @Test
    void writesWhatAPersonWouldWrite() {
        assertThat(ConsoleConfigText.write(of(List.of(WORK), List.of(PROD)))).endsWith("""
                version: "1"
                github:
                  - name: work
                    url: "https://github.com"
                    token: vault
                    owners: [acme]
                clusters:
                  - name: prod-eu
                    context: admin@prod-eu
                    namespaces: [shop]
                    production: true
                """);
    }

    @Test
    void everyConfigurationIsReadBackAsItself() {
        ConsoleConfigs made = new ConsoleConfigs(20261121);
        for (int i = 0; i < 2_000; i++) {
            ConsoleConfig config = made.next();

            ConsoleConfigFile back = ConsoleConfigFile.read(ConsoleConfigText.write(config), FILE, HOME);

            assertThat(back.problems()).isEmpty();
            assertThat(back.config()).isEqualTo(config);
        }
    }

    @Test
    void accountsOfOneKindStandTogether() {
        CiAccount gitlab = new CiAccount(
                new ConnectionId("inside"), Connection.Kind.GITLAB, "https://git.example.com", new TokenSource.Asked(),
                List.of(), null, null);

        ConsoleConfigFile back =
                ConsoleConfigFile.read(ConsoleConfigText.write(of(List.of(gitlab, WORK), List.of())), FILE, HOME);

        assertThat(back.config().accounts()).containsExactly(WORK, gitlab);
    }

    @Test
    void theMarksOfAClusterAreReadBack() {
        for (ClusterMark mark : ClusterMark.values()) {
            ConsoleConfig config = of(List.of(), List.of(PROD.with(mark)));

            ConsoleConfigFile back = ConsoleConfigFile.read(ConsoleConfigText.write(config), FILE, HOME);

            assertThat(back.config().clusters().getFirst().mark()).isEqualTo(mark);
        }
    }

    @Test
    void refusesWhatCannotStandInAFile() {
        ClusterContext noNamespace = new ClusterContext(
                new ConnectionId("c"), List.of(), "c", List.of(), List.of(), ClusterMark.ORDINARY);
        ClusterContext here = new ClusterContext(
                new ConnectionId("c"), List.of(Path.of("kubeconfig")), "c", List.of("x"), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleConfigText.write(of(List.of(), List.of(noNamespace))))
                .withMessageContaining("namespaces");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleConfigText.write(of(List.of(WORK, WORK), List.of())))
                .withMessageContaining("two connections");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleConfigText.write(of(List.of(), List.of(here))))
                .withMessageContaining("another one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleConfigText.write(of(List.of(), List.of())))
                .withMessageContaining("no account");
    }

    @Test
    void refusesNumbersThatTheFileCannotSay() {
        Memory halfDay = new Memory(Duration.ofHours(36), Duration.ZERO, 0);
        ConsoleConfig odd =
                new ConsoleConfig(List.of(WORK), List.of(), null, halfDay, ReportRules.USUAL, null);

        assertThatIllegalArgumentException().isThrownBy(() -> ConsoleConfigText.write(odd));
    }
}
