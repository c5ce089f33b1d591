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

    private static com.fasterxml.jackson.databind.node.ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }
}
