package dev.signalbox.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenProgramTest {

    private static List<String> line(String typed) {
        return TokenProgram.typed(typed).line();
    }

    @Test
    void aCommandIsWordsAndQuotesKeepThemTogether() {
        assertThat(line("  pass  show work/ci ")).containsExactly("pass", "show", "work/ci");
        assertThat(line("op read 'op://Work items/ci/token'")).containsExactly("op", "read",
                "op://Work items/ci/token");
        assertThat(line("x \"a 'b'\" '' c''d")).containsExactly("x", "a 'b'", "", "cd");
    }

    @Test
    void nothingIsReadAsAShellWould() {
        assertThat(line("C:\\tools\\op.exe $HOME ~ `id` a|b ; c")).containsExactly(
                "C:\\tools\\op.exe", "$HOME", "~", "`id`", "a|b", ";", "c");
    }

    @Test
    void itIsCalledByItsLastName() {
        assertThat(TokenProgram.typed("/usr/bin/pass show ci").name()).isEqualTo("pass");
        assertThat(TokenProgram.typed("C:\\tools\\op.exe read x").name()).isEqualTo("op.exe");
        assertThat(TokenProgram.typed("/ x").name()).isEqualTo("/");
    }

    @Test
    void whatIsShownCanBeTypedAgain() {
        TokenProgram program = TokenProgram.typed("op read \"op://Work items/ci\" ''");
        assertThat(program.shown()).isEqualTo("op read 'op://Work items/ci' ''");
        assertThat(TokenProgram.typed(program.shown())).isEqualTo(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "''", "'  ' x"})
    void nothingIsNoCommand(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenProgram.typed(typed))
                .withMessage("Type a command that prints a token.");
    }

    @Test
    void anOpenQuoteIsTold() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenProgram.typed("pass 'show"))
                .withMessageContaining("not closed");
    }

    @Test
    void aTokenInItIsNotWrittenDown() {
        String token = "ghp_" + "Zq3xK9vB2mN7wL5tR8yUaB3dE6fG1hJ4kL9m";
        assertThatIllegalArgumentException().isThrownBy(() -> TokenProgram.typed("echo " + token))
                .withMessageContaining("looks like a token").withMessageNotContaining(token);
    }
}
