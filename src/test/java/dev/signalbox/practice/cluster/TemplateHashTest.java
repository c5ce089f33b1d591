package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateHashTest {

    private static final String TEMPLATE =
            "{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'image':'r/web:1'}]}}";

    @Test
    void doesNotMindTheOrderOfFields() {
        assertThat(hash("{'spec':{'containers':[{'image':'r/web:1'}]},'metadata':{'labels':{'app':'web'}}}"))
                .isEqualTo(hash(TEMPLATE));
    }

    @Test
    void doesNotMindWhatOnlyAReplicaSetsTemplateCarries() {
        assertThat(hash("{'metadata':{'creationTimestamp':null,'labels':{'app':'web','pod-template-hash':'5d8f'}},"
                + "'spec':{'containers':[{'image':'r/web:1'}]}}"))
                .isEqualTo(hash(TEMPLATE));
    }

    @Test
    void mindsEverythingElse() {
        List<Long> others = List.of(
                hash("{'metadata':{'labels':{'app':'api'}},'spec':{'containers':[{'image':'r/web:1'}]}}"),
                hash("{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'image':'r/web:2'}]}}"),
                hash("{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'image':'r/web:1'},{}]}}"),
                hash("{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'image':'r/web:1','n':1}]}}"),
                hash("{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'image':'r/web:1','n':'1'}]}}"),
                hash("{'metadata':{'labels':{'app':'web'}},"
                        + "'spec':{'pod-template-hash':'5d8f','containers':[{'image':'r/web:1'}]}}"),
                hash(TEMPLATE));
        assertThat(others).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfAListCounts() {
        assertThat(hash("{'spec':{'args':['a','b']}}")).isNotEqualTo(hash("{'spec':{'args':['b','a']}}"));
        assertThat(hash("{'spec':{'args':['ab']}}")).isNotEqualTo(hash("{'spec':{'args':['a','b']}}"));
    }

    private static long hash(String json) {
        return new TemplateHash().of(ClusterInTime.json(json));
    }
}
