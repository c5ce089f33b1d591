package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    private final ObjectNode pod =
            json("{'metadata':{'name':'web-0','namespace':'shop','uid':'u','labels':{'app':'web'},"
                    + "'annotations':{'note':'a'}},'spec':{'replicas':3,'text':'many'},'status':null}");

    @Test
    void readWhatIsThere() {
        assertThat(Fields.name(pod)).isEqualTo("web-0");
        assertThat(Fields.namespace(pod)).isEqualTo("shop");
        assertThat(Fields.uid(pod)).isEqualTo("u");
        assertThat(Fields.label(pod, "app")).isEqualTo("web");
        assertThat(Fields.annotation(pod, "note")).isEqualTo("a");
        assertThat(Fields.number(pod, 0, "spec", "replicas")).isEqualTo(3);
    }

    @Test
    void readAsEmptyWhatIsAbsentOrOfAnotherKind() {
        assertThat(Fields.text(pod, "spec", "none", "deeper")).isEmpty();
        assertThat(Fields.text(pod, "metadata")).isEmpty();
        assertThat(Fields.label(pod, "none")).isEmpty();
        assertThat(Fields.number(pod, 7, "spec", "text")).isEqualTo(7);
        assertThat(Fields.number(pod, 7, "none")).isEqualTo(7);
        assertThat(Fields.isDeleting(pod)).isFalse();
        assertThat(Fields.at(pod, "status", "phase").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-11-20T10:00:00Z,        2026-11-20T10:00:00Z
            2026-11-20T11:00:00+01:00,   2026-11-20T10:00:00Z
            2026-11-20T10:00:00.123456Z, 2026-11-20T10:00:00.123456Z
            tomorrow,                    1970-01-01T00:00:00Z
            2026-13-45T10:00:00Z,        1970-01-01T00:00:00Z
            '',                          1970-01-01T00:00:00Z
            """)
    void readATimeThatAClientMayHaveWritten(String text, Instant expected) {
        assertThat(Fields.time(Fields.newObject().put("at", text), "at")).isEqualTo(expected);
        assertThat(Fields.time(Fields.newObject(), "at")).isEqualTo(Instant.EPOCH);
    }

    @Test
    void writeWholeSeconds() {
        assertThat(Fields.time(Instant.parse("2026-11-20T10:00:00.999Z"))).isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void makeTheObjectsOnTheWayAndKeepThoseThatExist() {
        Fields.child(pod, "metadata", "labels").put("tier", "front");
        Fields.child(pod, "status", "deep").put("a", 1);

        assertThat(Fields.label(pod, "app")).isEqualTo("web");
        assertThat(Fields.label(pod, "tier")).isEqualTo("front");
        assertThat(pod.at("/status/deep/a").asInt()).isEqualTo(1);
    }

    @Test
    void replaceWhatStandsInTheWayOfAnObject() {
        assertThat(Fields.child(pod, "spec", "text").isEmpty()).isTrue();
        assertThat(pod.at("/spec/text").isObject()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'a':1}           | {'a':1.0}            | true
            {'a':1}           | {'a':2}              | false
            {'a':1,'b':2}     | {'b':2,'a':1}        | true
            {'a':[1,2]}       | {'a':[2,1]}          | false
            {'a':'1'}         | {'a':1}              | false
            {'a':{'b':[7]}}   | {'a':{'b':[7.00]}}   | true
            {'a':null}        | {}                   | false
            {'a':true}        | {'a':true}           | true
            """)
    void compareByValue(String left, String right, boolean same) {
        assertThat(Fields.same(json(left), json(right))).isEqualTo(same);
        assertThat(Fields.same(json(right), json(left))).isEqualTo(same);
    }

    @Test
    void doNotMindTheWidthOfANumber() {
        assertThat(Fields.same(IntNode.valueOf(7), LongNode.valueOf(7))).isTrue();
        assertThat(IntNode.valueOf(7).equals(LongNode.valueOf(7))).isFalse();
    }

    @Test
    void areWrittenAndReadBackAsTheyWere() throws IOException {
        assertThat(Fields.parse(Fields.bytes(pod))).isEqualTo(pod);
        assertThat(new String(Fields.bytes(Fields.newObject().put("ü", "\n")), StandardCharsets.UTF_8))
                .isEqualTo("{\"ü\":\"\\n\"}");
    }

    @Test
    void thatAProgrammerMistypedAreSaidToBe() {
        assertThatThrownBy(() -> Fields.object("{")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not JSON: {");
    }

    private static ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }
}
