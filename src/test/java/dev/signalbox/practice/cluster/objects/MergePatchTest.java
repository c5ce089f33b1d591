package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1}               | {"b":2}              | {"a":1,"b":2}
            {"a":1,"b":2}         | {"a":null}           | {"b":2}
            {"a":{"x":1,"y":2}}   | {"a":{"x":null}}     | {"a":{"y":2}}
            {"l":[{"name":"a"}]}  | {"l":[{"name":"b"}]} | {"l":[{"name":"b"}]}
            {"a":1}               | {"a":{"b":null}}     | {"a":{}}
            {"a":{"b":1}}         | {"a":[]}             | {"a":[]}
            {}                    | {"missing":null}     | {}
            """)
    void mergesAsTheStandardSays(String document, String patch, String expected) {
        assertThat(MergePatch.apply(Fields.object(document), Fields.object(patch))).isEqualTo(Fields.object(expected));
    }
}
