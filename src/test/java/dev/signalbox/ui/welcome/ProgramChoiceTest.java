package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.TokenProgram;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramChoiceTest {

    private static final Host GITHUB = new Host(Connection.Kind.GITHUB, "https://github.com");

    private final FakeDesk desk = new FakeDesk();
    private final ProgramChoice choice = new ProgramChoice(desk);

    private List<String> shown() {
        return Objects.requireNonNull(choice.program().get()).map(TokenProgram::line).orElse(List.of());
    }

    @Test
    void theProvidersToolIsTakenUntilSomebodyTypesAnother() {
        choice.serve(GITHUB);
        assertThat(shown()).first().isEqualTo("gh");

        choice.commandProperty().set("pass show ci");
        assertThat(shown()).containsExactly("pass", "show", "ci");
        assertThat(choice.chosen().line()).containsExactly("pass", "show", "ci");

        choice.serve(new Host(Connection.Kind.GITHUB, "https://git.example.com"));
        assertThat(shown()).containsExactly("pass", "show", "ci");

        choice.commandProperty().set(" ");
        assertThat(shown()).first().isEqualTo("gh");
        assertThat(desk.asked).as("nothing was run for it").isEmpty();
    }

    @Test
    void whatIsNoCommandIsNotShownAsOneAndSaysWhy() {
        choice.serve(GITHUB);
        choice.commandProperty().set("pass 'show");
        assertThat(shown()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(choice::chosen).withMessageContaining("not closed");
    }

    @Test
    void withoutAToolACommandIsAskedFor() {
        desk.program = Optional.empty();
        choice.serve(GITHUB);
        assertThat(shown()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(choice::chosen).withMessageContaining("Type a command");
        choice.commandProperty().set("op read x");
        assertThat(shown()).containsExactly("op", "read", "x");
    }
}
