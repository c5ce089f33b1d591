package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT-5S, 0s", "PT119S, 119s", "PT2M, 2m", "PT3M20S, 3m20s", "PT10M30S, 10m", "PT179M, 179m",
        "PT3H, 3h", "PT5H30M, 5h30m", "PT9H30M, 9h", "PT47H, 47h", "PT48H, 2d", "PT53H, 2d5h", "PT240H, 10d"})
    void writesAgesAsKubectlDoes(Duration age, String expected) {
        assertThat(Column.age(NOW.minus(age).toString(), NOW)).isEqualTo(expected);
    }

    @Test
    void saysUnknownWhenThereIsNoTime() {
        assertThat(Column.age("", NOW)).isEqualTo("<unknown>");
        assertThat(Column.age("null", NOW)).isEqualTo("<unknown>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'status':{'phase':'Pending'}}                                                             | 0/1 Pending 0
            {'status':{'phase':'Running','containerStatuses':[{'ready':true,'state':{'running':{}},'restartCount':2}]}} | 1/1 Running 2
            {'status':{'phase':'Running','containerStatuses':[{'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}}    | 0/1 CrashLoopBackOff 0
            {'status':{'phase':'Running','containerStatuses':[{'state':{'terminated':{'reason':'Error'}}}]}}            | 0/1 Error 0
            {'metadata':{'deletionTimestamp':'2026-11-20T10:00:00Z'},'status':{'phase':'Running'}}     | 0/1 Terminating 0
            """)
    void sumsUpAPod(String json, String expected) {
        ObjectNode pod = Fields.object(json.replace('\'', '"'));
        pod.putObject("spec").putArray("containers").addObject();

        List<Column> columns = Column.of(ResourceKinds.PODS);
        assertThat(columns.get(1).cell(pod, NOW).asText() + " " + columns.get(2).cell(pod, NOW).asText() + " "
                + columns.get(3).cell(pod, NOW).asText()).isEqualTo(expected);
    }

    @Test
    void hasColumnsForEveryKindAndSurvivesEmptyObjects() {
        for (ResourceKind kind : ResourceKinds.ALL) {
            ObjectNode table = Tables.of(kind, List.of(Fields.newObject()), "7", NOW);

            assertThat(table.path("columnDefinitions")).hasSameSizeAs(table.at("/rows/0/cells"));
            assertThat(table.at("/metadata/resourceVersion").asText()).isEqualTo("7");
        }
    }
}
