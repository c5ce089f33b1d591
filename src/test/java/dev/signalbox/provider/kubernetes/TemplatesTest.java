package dev.signalbox.provider.kubernetes;

import static dev.signalbox.provider.kubernetes.PodTroubleTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final String BARE =
            "{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'a','image':'i:1'}]}}";

    @ParameterizedTest
    @ValueSource(strings = {
        "{'spec':{'containers':[{'image':'i:1','name':'a'}]},'metadata':{'labels':{'app':'web'}}}",
        "{'metadata':{'labels':{'app':'web','pod-template-hash':'x'}},'spec':{'containers':[{'name':'a','image':'i:1'}]}}",
        "{'$patch':'replace','metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'a','image':'i:1'}]}}",
        "{'metadata':{'creationTimestamp':null,'labels':{'app':'web'}},'spec':{'containers':[{'name':'a','image':'i:1'}]}}"
    })
    void theDigestIsThatOfTheTemplateHoweverItIsWritten(String same) {
        assertThat(Templates.digest(json(same))).isEqualTo(Templates.digest(json(BARE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'a','image':'i:2'}]}}",
        "{'metadata':{'labels':{'app':'web','tier':'1'}},'spec':{'containers':[{'name':'a','image':'i:1'}]}}",
        "{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'a','image':'i:1','env':[]}]}}",
        "{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'a','image':'i:1'},{'name':'b','image':'i'}]}}",
        "{}"
    })
    void anyDifferenceThatCountsChangesTheDigest(String other) {
        assertThat(Templates.digest(json(other))).isNotEqualTo(Templates.digest(json(BARE)));
    }

    @Test
    void namesAndValuesCannotBeShiftedIntoEachOther() {
        assertThat(Templates.digest(json("{'ab':'c'}"))).isNotEqualTo(Templates.digest(json("{'a':'bc'}")));
        assertThat(Templates.digest(json("{'a':['1','2']}"))).isNotEqualTo(Templates.digest(json("{'a':['1,2']}")));
        assertThat(Templates.digest(json("{'a':1}"))).isNotEqualTo(Templates.digest(json("{'a':'1'}")));
    }

    @Test
    void cleaningLeavesTheOriginalAlone() {
        var raw = json("{'$patch':'replace','metadata':{'labels':{'pod-template-hash':'x'}}}");
        String before = Tree.write(raw);
        assertThat(Tree.write(Templates.clean(raw))).isEqualTo("{\"metadata\":{\"labels\":{}}}");
        assertThat(Tree.write(raw)).isEqualTo(before);
    }

    @Test
    void whatIsNoTemplateIsAnEmptyOne() {
        assertThat(Tree.write(Templates.clean(json("{'a':7}").path("a")))).isEqualTo("{}");
        assertThat(Templates.containers(json("{'spec':{'containers':{}}}"))).isEmpty();
        assertThat(Templates.containers(json("{'spec':{'containers':[7,{'name':'a'}]}}")))
                .extracting(Container::name).containsExactly("", "a");
    }

    @ParameterizedTest
    @CsvSource({
        "cluster.example,cluster.example,true", "CLUSTER.example,cluster.EXAMPLE,true",
        "other.example,cluster.example,false", "*.example.com,api.example.com,true",
        "*.example.com,a.b.example.com,false", "*.example.com,example.com,false", "*.com,example.com,false",
        "*,localhost,false", "a*.example.com,api.example.com,false", "api.example.com,*.example.com,false",
        "*.example.com,.example.com,false"
    })
    void aWildcardStandsForTheLeftmostLabelOnly(String pattern, String expected, boolean matches) {
        assertThat(ServerNames.matches(pattern, expected)).isEqualTo(matches);
    }
}
