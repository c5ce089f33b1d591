package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.objects.Fields;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT-1S, 0s", "PT-2S, <invalid>", "PT-1H, <invalid>", "PT119S, 119s", "PT2M, 2m",
        "PT3M20S, 3m20s", "PT10M30S, 10m", "PT179M, 179m", "PT3H, 3h", "PT5H30M, 5h30m", "PT9H30M, 9h", "PT47H, 47h",
        "PT48H, 2d", "PT53H, 2d5h", "PT240H, 10d", "P729D, 729d", "P730D, 2y", "P800D, 2y70d", "P2919D, 7y364d",
        "P2930D, 8y"})
    void writesAgesAsKubectlDoes(Duration age, String expected) {
        assertThat(Column.age(NOW.minus(age).toString(), NOW)).isEqualTo(expected);
    }

    @Test
    void saysUnknownWhenThereIsNoTime() {
        assertThat(Column.age("", NOW)).isEqualTo("<unknown>");
        assertThat(Column.age("null", NOW)).isEqualTo("<unknown>");
        assertThat(Column.age("the day before yesterday", NOW)).isEqualTo("<unknown>");
    }

    @Test
    void printsATimeAsItsAgeAndEverythingElseAsItIs() {
        Column since = Column.date("Since", object -> object.path("at"));
        Column count = Column.count("Ready", "ready");

        assertThat(since.cell(Fields.newObject().put("at", "2026-11-20T09:59:00Z"), NOW).asText()).isEqualTo("60s");
        assertThat(count.cell(ServerInMemory.object("{'status':{'ready':3}}"), NOW).isInt()).isTrue();
        assertThat(count.cell(Fields.newObject(), NOW).asInt()).isZero();
    }

    @Test
    void isTheSameWhenItIsWideExceptThatItIsShownLess() {
        Column usual = Column.text("IP", object -> "10.0.0.1");

        assertThat(usual.priority()).isZero();
        assertThat(usual.wide().priority()).isEqualTo(1);
        assertThat(usual.wide().name()).isEqualTo("IP");
        assertThat(usual.wide().cell(Fields.newObject(), NOW).asText()).isEqualTo("10.0.0.1");
    }
}
