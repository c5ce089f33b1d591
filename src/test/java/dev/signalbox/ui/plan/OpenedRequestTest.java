package dev.signalbox.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleProposals;
import dev.signalbox.testing.SampleStates;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenedRequestTest {

    @Test
    void saysWhatWasOpenedAndWhere() {
        OpenedRequest opened = opened("https://ci.example/12");
        assertThat(opened).isEqualTo(new OpenedRequest(
                "pull request #12", "acme/board, branch signalbox/board-1a2b3c4d",
                URI.create("https://ci.example/12")));
        assertThat(opened.press()).isEqualTo("Open pull request #12");
    }

    @ParameterizedTest
    @CsvSource({"GITHUB,pull request #12", "GITLAB,merge request !12"})
    void callsItAsItsProviderDoes(Connection.Kind kind, String name) {
        ConsoleState state = new Reducer().apply(ConsoleState.EMPTY, List.of(new Change.ConnectionAdded(
                Connection.fresh(SampleProposals.CI, kind, "https://ci.example"))));
        assertThat(Objects.requireNonNull(OpenedRequest.of(SampleProposals.done(12, null), state)).name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"http://ci.example/12", "file:///etc/passwd", "https://ann@ci.example/12", "x:y"})
    void namesItButLeadsNowhereElse(String page) {
        assertThat(opened(page).name()).isEqualTo("pull request #12");
        assertThat(opened(page).page()).isNull();
    }

    @Test
    void isNothingUntilTheRequestWasSeen() {
        assertThat(OpenedRequest.of(SampleProposals.done(0, null), ConsoleState.EMPTY)).isNull();
        ActionRecord other = SampleActions.record(
                SampleActions.restart("p"), ActionRecord.Phase.DONE, "", 5, Duration.ofSeconds(1));
        assertThat(OpenedRequest.of(other, SampleStates.full().state())).isNull();
    }

    private static OpenedRequest opened(String page) {
        return Objects.requireNonNull(OpenedRequest.of(SampleProposals.done(12, page), ConsoleState.EMPTY));
    }
}
