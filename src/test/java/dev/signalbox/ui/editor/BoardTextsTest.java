package dev.signalbox.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.ui.editor.BoardTexts.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "board.yaml, line 3: write this: that | 3 | write this: that",
        "board.yaml: the file is empty | 0 | board.yaml: the file is empty",
        "board.yaml, line x: odd | 0 | board.yaml, line x: odd",
        "board.yaml, line 99999999999: odd | 0 | board.yaml, line 99999999999: odd",
        "no place at all | 0 | no place at all",
    })
    void takesSentencesApart(String sentence, int line, String rest) {
        assertThat(Problem.of(sentence)).isEqualTo(new Problem(line, rest));
    }
}
