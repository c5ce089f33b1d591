package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardFreezesTest {

    private static final RepositoryId CHECKOUT = new RepositoryId(new ConnectionId("work"), "acme", "checkout");
    private static final Freeze THEIRS = new Freeze(1, "0 16 * * 5", "0 8 * * 1", "UTC", List.of());
    private static final Freeze OURS = new Freeze(1, "0 0 24 12 *", "0 0 27 12 *", "UTC", List.of("production"));

    private final List<Freeze> board = new ArrayList<>();

    @Test
    void theBoardsFreezesFollowTheProviders() throws Exception {
        BoardFreezes freezes = new BoardFreezes(repository -> List.of(THEIRS), () -> board);
        assertThat(freezes.of(CHECKOUT)).containsExactly(THEIRS);
        board.add(OURS);
        assertThat(freezes.of(CHECKOUT)).containsExactly(THEIRS, OURS);
    }

    @Test
    void aProviderWithoutFreezesHasTheBoardsAllTheSame() throws Exception {
        board.add(OURS);
        assertThat(new BoardFreezes(repository -> List.of(), () -> board).of(CHECKOUT)).containsExactly(OURS);
    }

    @Test
    void aProviderThatDoesNotAnswerIsToldNotHidden() {
        board.add(OURS);
        BoardFreezes freezes = new BoardFreezes(
                repository -> {
                    throw new RemoteFailure(new RemoteProblem.ServerFault("down", 503));
                },
                () -> board);
        assertThatExceptionOfType(RemoteFailure.class).isThrownBy(() -> freezes.of(CHECKOUT));
    }
}
