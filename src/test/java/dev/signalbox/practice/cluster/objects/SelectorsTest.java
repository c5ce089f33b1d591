package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            app=web                 | true
            app==web                | true
            app = web               | true
            app=cart                | false
            app!=web                | false
            missing!=web            | true
            app in (web, cart)      | true
            app in (cart)           | false
            app notin (cart,api)    | true
            app notin (web)         | false
            missing notin (x)       | true
            app                     | true
            missing                 | false
            !missing                | true
            !app                    | false
            app=web,tier in (a,b)   | true
            app=web,tier in (b)     | false
            app=web,               | true
            empty=                  | true
            """)
    void choosesByLabels(String query, boolean expected) {
        var labels = Fields.object("{\"app\":\"web\",\"tier\":\"a\",\"empty\":\"\"}");

        assertThat(LabelSelector.parse(query).matches(labels)).isEqualTo(expected);
    }

    @Test
    void choosesEverythingWhenNothingIsAsked() {
        assertThat(LabelSelector.parse("").matches(Fields.newObject())).isTrue();
        assertThat(FieldSelector.parse(ResourceKinds.PODS, "").matches(Fields.newObject())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b=c", "a in b", "a in (b", "(", "a b"})
    void refusesWhatIsNoSelector(String query) {
        assertThatThrownBy(() -> LabelSelector.parse(query)).isInstanceOf(Refusal.class)
                .hasMessageContaining("unable to parse requirement");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'matchLabels':{'app':'web'}}                                                      | true
            {'matchLabels':{'app':'api'}}                                                      | false
            {'matchExpressions':[{'key':'app','operator':'In','values':['web','api']}]}        | true
            {'matchExpressions':[{'key':'app','operator':'NotIn','values':['web']}]}           | false
            {'matchExpressions':[{'key':'app','operator':'Exists'}]}                           | true
            {'matchExpressions':[{'key':'app','operator':'DoesNotExist'}]}                     | false
            {'matchLabels':{'app':'web'},'matchExpressions':[{'key':'x','operator':'Exists'}]} | false
            """)
    void readsTheSelectorOfAWorkload(String selector, boolean expected) {
        var labels = Fields.object("{\"app\":\"web\"}");

        assertThat(LabelSelector.of(Fields.object(selector.replace('\'', '"'))).matches(labels)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metadata.name=web                          | true
            metadata.name==web                         | true
            metadata.name!=web                         | false
            metadata.namespace=shop,metadata.name=web  | true
            status.phase=Running                       | true
            status.phase!=Running                      | false
            """)
    void choosesByFields(String query, boolean expected) {
        var pod = Fields.object(
                "{\"metadata\":{\"name\":\"web\",\"namespace\":\"shop\"},\"status\":{\"phase\":\"Running\"}}");

        assertThat(FieldSelector.parse(ResourceKinds.PODS, query).matches(pod)).isEqualTo(expected);
    }

    @Test
    void refusesFieldsThatTheServerHasNoIndexFor() {
        assertThatThrownBy(() -> FieldSelector.parse(ResourceKinds.DEPLOYMENTS, "status.phase=Running"))
                .hasMessage("field label not supported: status.phase");
        assertThatThrownBy(() -> FieldSelector.parse(ResourceKinds.PODS, "nonsense")).isInstanceOf(Refusal.class);
    }
}
