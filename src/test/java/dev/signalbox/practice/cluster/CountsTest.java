package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @ParameterizedTest
    @CsvSource({"25%, 4, UP, 1", "25%, 4, DOWN, 1", "25%, 3, UP, 1", "25%, 3, DOWN, 0", "25%, 10, UP, 3",
        "25%, 10, DOWN, 2", "0%, 10, UP, 0", "100%, 7, DOWN, 7", "300%, 2, UP, 6", "1%, 1, UP, 1", "1%, 1, DOWN, 0",
        "33%, 100, UP, 33", "50%, 0, UP, 0"})
    void roundSurgesUpAndAbsencesDown(String share, int total, Counts.Rounding rounding, int expected) {
        assertThat(Counts.share(JsonNodeFactory.instance.textNode(share), total, rounding)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "7, 7"})
    void takeANumberAsItIs(int number, int expected) {
        JsonNode value = JsonNodeFactory.instance.numberNode(number);

        assertThat(Counts.share(value, 3, Counts.Rounding.UP)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"''", "half"})
    void meanAQuarterWhereNothingSensibleIsSaid(String text) {
        assertThat(Counts.share(JsonNodeFactory.instance.textNode(text), 8, Counts.Rounding.UP)).isEqualTo(2);
    }

    @Test
    void areLeftOutWhenTheyAreZero() {
        ObjectNode status = Fields.newObject().put("readyReplicas", 3);
        Counts.put(status, "readyReplicas", 0);
        Counts.put(status, "updatedReplicas", 2);

        assertThat(status).isEqualTo(Fields.newObject().put("updatedReplicas", 2));
    }
}
