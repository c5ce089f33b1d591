package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource({"app, web, true", "app.kubernetes.io/name, web, true", "a_b-C.9, X_1.y-Z, true", "app, '', true",
        "9, 9, true", "bad/key/x, 1, false", "'', web, false", "-app, web, false", "app-, web, false",
        "/app, web, false", "UPPER.io/app, web, false", "app, two words, false", "app, -web, false",
        "app, web/1, false",
        "app, ümlaut, false"})
    void takeWhatARealServerTakes(String key, String value, boolean valid) {
        ObjectNode metadata = Fields.newObject();
        metadata.putObject("labels").put(key, value);

        if (valid) {
            assertThatCode(() -> check(metadata)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> check(metadata))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(422);
                        assertThat(refusal.status().at("/details/causes/0/field").asText())
                                .isEqualTo("metadata.labels");
                    })
                    .hasMessageStartingWith("Deployment.apps \"web\" is invalid: metadata.labels: Invalid value: ");
        }
    }

    @Test
    void areNoLongerThanSixtyThreeCharacters() {
        for (String text : new String[] {"a".repeat(63), "prefix.example/" + "a".repeat(63)}) {
            ObjectNode metadata = Fields.newObject();
            metadata.putObject("labels").put(text, "a".repeat(63));
            assertThatCode(() -> check(metadata)).doesNotThrowAnyException();
            metadata.putObject("labels").put(text + "a", "v");
            assertThatThrownBy(() -> check(metadata)).isInstanceOf(Refusal.class);
            metadata.putObject("labels").put("app", "a".repeat(64));
            assertThatThrownBy(() -> check(metadata)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void areTextAndSoAreAnnotations() {
        for (String field : new String[] {"labels", "annotations"}) {
            ObjectNode metadata = Fields.newObject();
            metadata.putObject(field).put("replicas", 3);
            assertThatThrownBy(() -> check(metadata))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400))
                    .hasMessageContaining("cannot unmarshal number into Go struct field ObjectMeta.metadata." + field);
        }
    }

    @Test
    void letAnnotationsSayAnythingUnderAProperKey() {
        ObjectNode metadata = Fields.newObject();
        metadata.putObject("annotations").put("kubernetes.io/change-cause", "rollback, by alice: \u202E <b>!</b>\n");
        assertThatCode(() -> check(metadata)).doesNotThrowAnyException();

        metadata.putObject("annotations").put("no such key", "");
        assertThatThrownBy(() -> check(metadata))
                .hasMessageContaining("metadata.annotations: Invalid value: \"no such");
    }

    private static void check(ObjectNode metadata) {
        Labels.check(ResourceKinds.DEPLOYMENTS, "web", "metadata", metadata);
    }
}
