package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicPatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'containers':[{'name':'a','image':'1'},{'name':'b','image':'1'}]} | {'containers':[{'name':'b','image':'2'}]} | {'containers':[{'name':'a','image':'1'},{'name':'b','image':'2'}]}
            {'containers':[{'name':'a','image':'1'}]} | {'containers':[{'name':'b','image':'2'}]} | {'containers':[{'name':'a','image':'1'},{'name':'b','image':'2'}]}
            {'containers':[{'name':'a'},{'name':'b'}]} | {'containers':[{'$patch':'delete','name':'a'}]} | {'containers':[{'name':'b'}]}
            {'containers':[{'name':'a'}]} | {'containers':[{'$patch':'replace'},{'name':'z'}]} | {'containers':[{'name':'z'}]}
            {'args':['x','y']} | {'args':['z']} | {'args':['z']}
            {'env':[{'name':'A','value':'1'}]} | {'env':[{'name':'A','value':'2'},{'name':'B','value':'3'}]} | {'env':[{'name':'A','value':'2'},{'name':'B','value':'3'}]}
            {'ports':[{'containerPort':80}]} | {'ports':[{'containerPort':80,'name':'http'}]} | {'ports':[{'containerPort':80,'name':'http'}]}
            {'ports':[{'port':80}]} | {'ports':[{'port':81}]} | {'ports':[{'port':80},{'port':81}]}
            {'a':{'x':1,'y':2}} | {'a':{'$patch':'replace','z':3}} | {'a':{'z':3}}
            {'a':{'x':1,'y':2}} | {'a':{'$retainKeys':['y'],'y':3}} | {'a':{'y':3}}
            {'a':{'x':1}} | {'a':null} | {}
            {'finalizers':['a']} | {'finalizers':['b','a']} | {'finalizers':['a','b']}
            {'finalizers':['a','b']} | {'$deleteFromPrimitiveList/finalizers':['a']} | {'finalizers':['b']}
            {'containers':[{'name':'a'},{'name':'b'}]} | {'$setElementOrder/containers':[{'name':'b'},{'name':'a'}],'containers':[{'name':'b','image':'2'}]} | {'containers':[{'name':'b','image':'2'},{'name':'a'}]}
            {'a':{'x':1}} | {'a':{'$patch':'delete'}} | {'a':{}}
            """)
    void mergesListsByTheirKeyAndObeysDirectives(String document, String patch, String expected) {
        assertThat(StrategicPatch.apply(json(document), json(patch))).isEqualTo(json(expected));
    }

    @Test
    void refusesAnElementWithoutItsKey() {
        assertThatThrownBy(() -> StrategicPatch.apply(json("{}"), json("{'containers':[{'image':'2'}]}")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not contain declared merge key: name");
    }

    @Test
    void refusesADirectiveThatItDoesNotKnow() {
        assertThatThrownBy(() -> StrategicPatch.apply(json("{}"), json("{'$patch':'explode'}")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("explode");
    }

    @Test
    void leavesTheDocumentAsItWas() {
        var document = json("{'containers':[{'name':'a','image':'1'}]}");

        StrategicPatch.apply(document, json("{'containers':[{'name':'a','image':'2'}]}"));

        assertThat(document).isEqualTo(json("{'containers':[{'name':'a','image':'1'}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'volumes':[{'name':'a','emptyDir':{}}]} | {'volumes':[{'name':'b','configMap':{'name':'c'}}]} | {'volumes':[{'name':'a','emptyDir':{}},{'name':'b','configMap':{'name':'c'}}]}
            {'volumeMounts':[{'mountPath':'/a','name':'x'}]} | {'volumeMounts':[{'mountPath':'/a','name':'y'}]} | {'volumeMounts':[{'mountPath':'/a','name':'y'}]}
            {'tolerations':[{'key':'a'}]} | {'tolerations':[{'key':'b'}]} | {'tolerations':[{'key':'b'}]}
            {'conditions':[{'type':'Ready','status':'True'}]} | {'conditions':[{'type':'Ready','status':'False'}]} | {'conditions':[{'type':'Ready','status':'False'}]}
            {'ownerReferences':[{'uid':'1'}]} | {'ownerReferences':[{'$patch':'delete','uid':'1'}]} | {'ownerReferences':[]}
            {'hostAliases':[{'ip':'1'}]} | {'hostAliases':[{'ip':'2'}]} | {'hostAliases':[{'ip':'1'},{'ip':'2'}]}
            {'containers':[{'name':'a','image':'1','args':['x']}]} | {'containers':[{'$patch':'replace','name':'a','image':'2'}]} | {'containers':[{'name':'a','image':'2'}]}
            {'containers':[{'name':'a','env':[{'name':'X','value':'1'}]}]} | {'containers':[{'name':'a','env':[{'name':'X','$patch':'delete'},{'name':'Y','value':'2'}]}]} | {'containers':[{'name':'a','env':[{'name':'Y','value':'2'}]}]}
            {'containers':[{'name':'a','image':'1'}]} | {'containers':[{'name':'a','image':null}]} | {'containers':[{'name':'a'}]}
            {'containers':[{'name':'a'}]} | {'containers':[{'$patch':'delete','name':'z'}]} | {'containers':[{'name':'a'}]}
            {'finalizers':['a','b','c']} | {'$setElementOrder/finalizers':['c','a'],'finalizers':['c']} | {'finalizers':['c','a','b']}
            {'containers':[{'name':'a'},{'name':'b'},{'name':'c'}]} | {'$setElementOrder/containers':[{'name':'c'},{'name':'a'}]} | {'containers':[{'name':'c'},{'name':'a'},{'name':'b'}]}
            {'a':{'x':1}} | {'$patch':'replace','b':2} | {'b':2}
            {'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxSurge':1}}} | {'strategy':{'$retainKeys':['type'],'type':'Recreate'}} | {'strategy':{'type':'Recreate'}}
            {'l':null} | {'l':{'a':1}} | {'l':{'a':1}}
            """)
    void knowsTheKeyOfEachListAndEachDirective(String document, String patch, String expected) {
        assertThat(StrategicPatch.apply(json(document), json(patch))).isEqualTo(json(expected));
    }

    @Test
    void rollsAStatefulSetBackByTheDataOfItsRevision() {
        var set = json("{'spec':{'replicas':3,'template':{'metadata':{'labels':{'app':'db','bad':'x'}},"
                + "'spec':{'containers':[{'name':'db','image':'2'},{'name':'extra'}]}}}}");
        var revision = json("{'spec':{'template':{'$patch':'replace','metadata':{'labels':{'app':'db'}},"
                + "'spec':{'containers':[{'name':'db','image':'1'}]}}}}");

        assertThat(StrategicPatch.apply(set, revision)).isEqualTo(json("{'spec':{'replicas':3,'template':"
                + "{'metadata':{'labels':{'app':'db'}},'spec':{'containers':[{'name':'db','image':'1'}]}}}}"));
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }
}
