package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final ObjectNode status = Fields.newObject();

    @Test
    void keepBothTimesWhenTheySayTheSameAgain() {
        Conditions.set(status, "Available", "True", "Enough", "ok", NOW);
        Conditions.set(status, "Available", "True", "Enough", "other words", NOW.plusSeconds(60));

        assertThat(written("lastUpdateTime")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(written("message")).isEqualTo("ok");
        assertThat(status.path("conditions")).hasSize(1);
    }

    @Test
    void keepTheTimeOfTheTurnWhenOnlyTheReasonChanges() {
        Conditions.set(status, "Available", "True", "Enough", "ok", NOW);
        Conditions.set(status, "Available", "True", "MoreThanEnough", "ok", NOW.plusSeconds(60));

        assertThat(written("lastUpdateTime")).isEqualTo("2026-11-20T10:01:00Z");
        assertThat(written("lastTransitionTime")).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void turnAtTheTimeTheyTurn() {
        Conditions.set(status, "Available", "True", "Enough", "ok", NOW);
        Conditions.set(status, "Available", "False", "TooFew", "not ok", NOW.plusSeconds(60));

        assertThat(written("lastTransitionTime")).isEqualTo("2026-11-20T10:01:00Z");
        assertThat(Conditions.reason(status, "Available")).isEqualTo("TooFew");
    }

    @Test
    void areWrittenAnewWhenProgressIsMade() {
        Conditions.renew(status, "Available", "True", "Moving", "a", NOW);
        Conditions.renew(status, "Available", "True", "Moving", "a", NOW.plusSeconds(60));

        assertThat(written("lastUpdateTime")).isEqualTo("2026-11-20T10:01:00Z");
        assertThat(written("lastTransitionTime")).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void standBesideEachOther() {
        Conditions.set(status, "Available", "True", "Enough", "", NOW);
        Conditions.set(status, "Progressing", "True", "", "", NOW);
        Conditions.remove(status, "Available");
        Conditions.remove(status, "NeverThere");

        assertThat(Conditions.find(status, "Available")).isEmpty();
        assertThat(Conditions.find(status, "Progressing").has("reason")).isFalse();
        assertThat(Conditions.reason(status, "Available")).isEmpty();
    }

    @Test
    void areNoneWhereThereIsNoStatus() {
        JsonNode missing = Fields.newObject().path("status");

        assertThat(Conditions.find(missing, "Ready")).isEmpty();
        assertThat(Conditions.reason(missing, "Ready")).isEmpty();
    }

    private String written(String field) {
        return Conditions.find(status, "Available").path(field).asText();
    }
}
