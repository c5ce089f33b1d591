package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoWordsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/x/board.yaml"), "/x/board.yaml does not exist"),
                Arguments.of(new AccessDeniedException("/x"), "/x may not be used by this account"),
                Arguments.of(new MalformedInputException(1), "it is not UTF-8 text"),
                Arguments.of(new FileSystemException("/x", null, "Read-only file system"), "/x: Read-only file system"),
                Arguments.of(new FileSystemException("/x"), "/x: the system refuses it"),
                Arguments.of(new FileAlreadyExistsException("/x"), "/x is a file, not a folder"),
                Arguments.of(new IOException("No space left on device"), "No space left on device"),
                Arguments.of(new IOException(), "the system refuses it"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatIsWrongWithoutTheNamesOfTheProgram(IOException failure, String words) {
        assertThat(IoWords.of(failure)).isEqualTo(words).doesNotContain("Exception");
    }
}
