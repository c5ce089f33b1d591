package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "{'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'25%','maxUnavailable':'25%'}}}",
        "{'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':0,'maxUnavailable':1}}}",
        "{'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'100%','maxUnavailable':0}}}",
        "{'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'300%','maxUnavailable':'100%'}}}",
        "{'strategy':{'type':'Recreate'}}",
        "{'strategy':{'type':'Recreate','rollingUpdate':null}}"})
    void takesStrategiesThatCanMove(String spec) {
        assertThatCode(() -> Rollouts.check("web", deployment(spec))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':0,'maxUnavailable':0}}}       | spec.strategy.rollingUpdate.maxUnavailable | may not be 0 when `maxSurge` is 0
            {'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'0%','maxUnavailable':0}}}    | spec.strategy.rollingUpdate.maxUnavailable | may not be 0 when `maxSurge` is 0
            {'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':-1,'maxUnavailable':1}}}      | spec.strategy.rollingUpdate.maxSurge       | must be greater than or equal to 0
            {'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':'two','maxUnavailable':1}}}   | spec.strategy.rollingUpdate.maxSurge       | a valid percent string
            {'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':1,'maxUnavailable':1.5}}}     | spec.strategy.rollingUpdate.maxUnavailable | a valid percent string
            {'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':1,'maxUnavailable':'101%'}}}  | spec.strategy.rollingUpdate.maxUnavailable | must not be greater than 100%
            {'strategy':{'type':'Recreate','rollingUpdate':{'maxSurge':1}}}                               | spec.strategy.rollingUpdate                | may not be specified when strategy `type` is 'Recreate'
            {'strategy':{'type':'BlueGreen'}}                                                             | spec.strategy.type                         | Unsupported value: "BlueGreen"
            {'strategy':{'type':'Recreate'},'minReadySeconds':600}                                        | spec.progressDeadlineSeconds               | must be greater than minReadySeconds
            """)
    void refusesStrategiesThatCannot(String spec, String field, String message) {
        assertThatThrownBy(() -> Rollouts.check("web", deployment(spec)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(422);
                    assertThat(refusal.status().at("/details/causes/0/field").asText()).isEqualTo(field);
                    assertThat(refusal.status().at("/details/name").asText()).isEqualTo("web");
                })
                .hasMessageStartingWith("Deployment.apps \"web\" is invalid: " + field)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'replicas':5}                                          | true
            {'template':{'a':1}}                                    | true
            {'updateStrategy':{'type':'OnDelete'}}                  | true
            {'minReadySeconds':5,'revisionHistoryLimit':3}          | true
            {'serviceName':'other'}                                 | false
            {'podManagementPolicy':'Parallel'}                      | false
            {'volumeClaimTemplates':[]}                             | false
            """)
    void letsAStatefulSetChangeLittleOfItself(String change, boolean allowed) {
        ObjectNode before = json("{'serviceName':'db','podManagementPolicy':'OrderedReady','replicas':3}");
        ObjectNode after = before.deepCopy();
        after.setAll(json(change));

        if (allowed) {
            assertThatCode(() -> Rollouts.checkUpdate("db", before, after)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Rollouts.checkUpdate("db", before, after))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Forbidden: updates to statefulset spec for fields other than 'replicas'");
        }
    }

    private static ObjectNode deployment(String spec) {
        ObjectNode all = json("{'progressDeadlineSeconds':600}");
        all.setAll(json(spec));
        return all;
    }

    private static ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }
}
