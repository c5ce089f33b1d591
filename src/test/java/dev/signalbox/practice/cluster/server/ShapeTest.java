package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                             | WHOLE
            */*                                                                            | WHOLE
            application/json                                                               | WHOLE
            application/json;stream=watch                                                  | WHOLE
            application/vnd.kubernetes.protobuf, application/json                          | WHOLE
            application/json;as=Table;v=v1;g=meta.k8s.io,application/json                  | TABLE
            application/json; as=Table; v=v1beta1; g=meta.k8s.io                           | TABLE
            application/json, application/json;as=Table;v=v1;g=meta.k8s.io                 | WHOLE
            application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1                   | METADATA
            application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,*/*           | METADATA
            application/json;as=Sculpture;v=v1;g=meta.k8s.io,application/json              | WHOLE
            text/html,application/xhtml+xml,*/*;q=0.8                                      | WHOLE
            """)
    void takesTheFirstFormThatItCanGive(String accept, Shape expected) {
        assertThat(Shape.of(accept)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/vnd.kubernetes.protobuf", "image/png,text/html",
        "application/json;as=Sculpture"})
    void saysSoWhenItCanGiveNone(String accept) {
        assertThatThrownBy(() -> Shape.of(accept)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(406));
    }

    @Test
    void keepsMetadataAloneForClientsThatHaveLittleMemory() {
        ObjectNode pod = pod();

        ObjectNode one = Shape.METADATA.one(ResourceKinds.PODS, pod, NOW);
        assertThat(one.path("kind").asText()).isEqualTo("PartialObjectMetadata");
        assertThat(one.path("apiVersion").asText()).isEqualTo("meta.k8s.io/v1");
        assertThat(one.path("metadata")).isEqualTo(pod.path("metadata"));
        assertThat(one.has("spec")).isFalse();

        ObjectNode list = Shape.METADATA.list(ResourceKinds.PODS, List.of(pod), metadata(), NOW);
        assertThat(list.path("kind").asText()).isEqualTo("PartialObjectMetadataList");
        assertThat(list.at("/items/0")).isEqualTo(one);
        assertThat(list.path("metadata")).isEqualTo(metadata());
    }

    @Test
    void keepsThePlaceInAPagedListInATableToo() {
        ObjectNode table = Shape.TABLE.list(ResourceKinds.PODS, List.of(pod(), pod()), metadata(), NOW);

        assertThat(table.path("metadata")).isEqualTo(metadata());
        assertThat(table.path("rows")).hasSize(2);
        assertThat(table.at("/rows/0/object/metadata/name").asText()).isEqualTo("web-0");
        assertThat(table.at("/rows/0/object").has("spec")).isFalse();
    }

    @Test
    void givesAListItsKindAndItsItemsNone() {
        ObjectNode list = Shape.WHOLE.list(ResourceKinds.PODS, List.of(pod()), metadata(), NOW);

        assertThat(list.path("kind").asText()).isEqualTo("PodList");
        assertThat(list.path("apiVersion").asText()).isEqualTo("v1");
        assertThat(list.at("/items/0").has("kind")).isFalse();
        assertThat(list.at("/items/0").has("apiVersion")).isFalse();
        assertThat(list.at("/items/0/spec")).isEqualTo(pod().path("spec"));
    }

    private static ObjectNode pod() {
        return ServerInMemory.object("{'kind':'Pod','apiVersion':'v1','metadata':{'name':'web-0','resourceVersion':"
                + "'1004'},'spec':{'containers':[{'name':'web'}]}}");
    }

    private static ObjectNode metadata() {
        return Fields.newObject().put("resourceVersion", "1004").put("continue", "abc");
    }
}
