package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.Freezes;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutsideTest {

    private final World world = new World();
    private final CiProvider urgent = world.ci.ports();
    private final CiProvider usual = with(urgent);

    @Test
    void whatIsReadForAnActionGoesBeforeEverythingElse() throws RemoteFailure {
        assertThat(new Outside(Map.of(usual.id(), usual), Map.of()).provider(usual.id())).isSameAs(urgent);
        assertThat(new Outside(Map.of(urgent.id(), urgent), Map.of()).provider(urgent.id())).isSameAs(urgent);
    }

    @Test
    void whatStandsBeforeAProviderStandsBeforeWhatActionsReadToo() {
        Freezes none = repository -> {
            throw new RemoteFailure(new RemoteProblem.NotFound("no freezes"));
        };
        CiProvider behind = usual.behind(provider -> provider.with(none));

        assertThat(List.of(behind, Objects.requireNonNull(behind.urgent())))
                .allSatisfy(provider -> assertThat(provider.freezes()).isSameAs(none));
        assertThat(urgent.behind(provider -> provider.with(none)).urgent()).isNull();
    }

    private static CiProvider with(CiProvider other) {
        CiProvider same = new World().ci.ports();
        return new CiProvider(
                same.id(), same.kind(), same.address(), same.owners(), same.accounts(), same.repositories(),
                same.workflows(), same.runs(), same.artifacts(), same.approvals(), same.environments(),
                same.deployments(), same.freezes(), same.releases(), same.commits(), same.changeRequests(),
                same.changeProposals(), same.commands(), same.sender(), same.capabilities(), same.budget(),
                same.serverTime(), same.sent(), other);
    }
}
