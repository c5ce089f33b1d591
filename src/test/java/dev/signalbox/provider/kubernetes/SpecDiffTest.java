package dev.signalbox.provider.kubernetes;

import static dev.signalbox.provider.kubernetes.PodTroubleTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpecDiffTest {

    @Test
    void equalSpecsDifferInNothing() {
        assertThat(diff("{'replicas':3}", "{'replicas':3}")).isEmpty();
    }

    @Test
    void saysReplicasAndPauses() {
        assertThat(diff("{'replicas':3}", "{'replicas':5,'paused':true}"))
                .containsExactly("replicas 3 → 5", "rollout paused");
        assertThat(diff("{'paused':true}", "{}")).containsExactly("rollout resumed");
    }

    @Test
    void saysImagesAndResources() {
        assertThat(container("'image':'r:1','resources':{'limits':{'cpu':'1'}}",
                "'image':'r:2','resources':{'limits':{'memory':'1Gi'}}"))
                .containsExactly("image r:1 → r:2", "cpu limit 1 → none", "memory limit none → 1Gi");
    }

    @Test
    void namesEnvironmentVariablesButNeverTheirValues() {
        List<String> lines = container(
                "'env':[{'name':'A','value':'canary1'},{'name':'B','value':'canary2'}]",
                "'env':[{'name':'B','value':'canary3'},{'name':'C','value':'canary4'}]");
        assertThat(lines).containsExactly("env A removed", "env C added", "env B changed");
        assertThat(lines.toString()).doesNotContain("canary");
    }

    @Test
    void namesWhatElseChangedInAContainer() {
        assertThat(container("'command':['a']", "'command':['b'],'livenessProbe':{}"))
                .containsExactly("command changed", "livenessProbe changed");
    }

    @Test
    void namesContainersWhenThereAreSeveral() {
        assertThat(diff(
                template("'containers':[{'name':'a','image':'x:1'}]"),
                template("'containers':[{'name':'a','image':'x:2'},{'name':'b'}]")))
                .containsExactly("container b added", "a: image x:1 → x:2");
    }

    @Test
    void saysVolumesLabelsAnnotationsAndTheRest() {
        assertThat(diff(
                "{'template':{'metadata':{'labels':{'v':'1'},'annotations':{'s':'canary'}},'spec':{'volumes':[{'name':'a'}]}},'minReadySeconds':1}",
                "{'template':{'metadata':{'labels':{'v':'2'},'annotations':{'t':'canary','kubectl.kubernetes.io/restartedAt':'now'}},'spec':{'hostNetwork':true}},'minReadySeconds':2}"))
                .containsExactly(
                        "volume a removed",
                        "label v 1 → 2",
                        "annotation kubectl.kubernetes.io/restartedAt none → now",
                        "annotation s removed",
                        "annotation t added",
                        "hostNetwork changed",
                        "minReadySeconds changed");
    }

    private static List<String> container(String before, String after) {
        return diff(
                template("'containers':[{'name':'app'," + before + "}]"),
                template("'containers':[{'name':'app'," + after + "}]"));
    }

    private static String template(String spec) {
        return "{'template':{'spec':{" + spec + "}}}";
    }

    private static List<String> diff(String before, String after) {
        return SpecDiff.words(json("{'spec':" + before + "}"), json("{'spec':" + after + "}"));
    }
}
