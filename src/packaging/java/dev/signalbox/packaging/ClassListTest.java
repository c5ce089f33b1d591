package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;

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
    void classesOfOtherLoadersAreLeftOut() {
        assertThat(ClassList.union(List.of("a/Custom id: 12 super: 0 source: a.jar"), List.of())).isEmpty();
    }
}
