package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What two runs used, as one list.
class ClassListTest {

    @Test
    void eachClassIsThereOnceWithoutTheNumberThatItsProcessGaveIt() {
        assertThat(ClassList.union(
                List.of("# NOTE: Do not modify this file.", "java/lang/Object id: 0", "dev/signalbox/Main id: 7"),
                List.of("java/lang/Object id: 0", "dev/signalbox/ui/Board id: 7", "dev/signalbox/Main id: 8")))
                .containsExactly("java/lang/Object", "dev/signalbox/Main", "dev/signalbox/ui/Board");
    }

    @Test
    void whatLambdasBecameStaysAsItWasWritten() {
        String lambda = "@lambda-proxy dev/signalbox/Main run ()Ljava/lang/Runnable; ()V REF_invokeStatic";

        assertThat(ClassList.union(List.of(lambda), List.of(lambda, "@cp java/lang/Object 2 7")))
                .containsExactly(lambda, "@cp java/lang/Object 2 7");
    }

    @Test
    void aTrainingThatOpenedNoBoardIsRefused() throws IOException {
        String view = "dev/signalbox/ui/board/BoardView";
        String lambda = "@lambda-proxy dev/signalbox/ui/board/BoardView run ()Ljava/lang/Runnable;";

        assertThat(ClassList.whole(List.of(view, lambda))).containsExactly(view, lambda);
        for (List<String> thin : List.of(List.<String>of(), List.of(view), List.of(lambda))) {
            assertThatIOException().isThrownBy(() -> ClassList.whole(thin)).withMessageContaining("no board");
        }
    }

    @Test
    void classesOfOtherLoadersAreLeftOut() {
        assertThat(ClassList.union(List.of("a/Custom id: 12 super: 0 source: a.jar"), List.of())).isEmpty();
    }
}
