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
    @ValueSource(strings = {"a=b=c", "a in b", "a in (b", "(", "a b", "-a=b", "a=b c", "=b", "a>b", "a/b/c", "a=$x"})
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            size>3              | true
            size>5              | false
            size<9              | true
            size < 5            | false
            size>-1             | true
            app>3               | false
            missing<3           | false
            app in (web),size>4 | true
            """)
    void comparesLabelsThatAreNumbers(String query, boolean expected) {
        var labels = Fields.object("{\"app\":\"web\",\"size\":\"5\"}");

        assertThat(LabelSelector.parse(query).matches(labels)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app.kubernetes.io/name=web      | true
            app.kubernetes.io/name          | true
            !app.kubernetes.io/part-of      | true
            app.kubernetes.io/name in (web) | true
            app_b.c-d=X_1.y                 | true
            """)
    void takesKeysWithAPrefix(String query, boolean expected) {
        var labels = Fields.object("{\"app.kubernetes.io/name\":\"web\",\"app_b.c-d\":\"X_1.y\"}");

        assertThat(LabelSelector.parse(query).matches(labels)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            involvedObject.kind=Pod,type=Warning | true
            reason!=BackOff                      | false
            source=kubelet                       | true
            source=scheduler                     | false
            reportingComponent=kubelet           | true
            metadata.name=e1                     | true
            """)
    void choosesEvents(String query, boolean expected) {
        var event = Fields.object(("{'metadata':{'name':'e1'},'involvedObject':{'kind':'Pod'},'type':'Warning',"
                + "'reason':'BackOff','source':{'component':'kubelet'},'reportingComponent':'kubelet'}")
                .replace('\'', '"'));

        assertThat(FieldSelector.parse(ResourceKinds.EVENTS, query).matches(event)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"pods, status.podIP=10.0.0.1, true", "pods, spec.schedulerName=x, true",
        "pods, spec.containers=x, false",
        "pods, metadata.labels=x, false", "namespaces, status.phase=Active, true",
        "nodes, spec.unschedulable=true, true",
        "replicasets, status.replicas=0, true", "deployments, spec.replicas=0, false", "events, message=x, false"})
    void selectsByTheFieldsThatARealServerKnows(String plural, String query, boolean known) {
        ResourceKind kind = ResourceKinds.ALL.stream().filter(each -> each.plural().equals(plural)).findFirst()
                .orElseThrow();

        if (known) {
            assertThat(FieldSelector.parse(kind, query).matches(Fields.newObject())).isFalse();
        } else {
            assertThatThrownBy(() -> FieldSelector.parse(kind, query))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400))
                    .hasMessageStartingWith("field label not supported: ");
        }
    }
}
