package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedFieldsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private ObjectNode object = Fields.newObject();

    @Test
    void belongToWhoeverWroteThemLast() {
        write("alice", "{'spec':{'replicas':3,'paused':false}}");
        write("bob", "{'spec':{'replicas':5,'paused':false}}");

        assertThat(owners("f:replicas")).containsExactly("bob");
        assertThat(owners("f:paused")).containsExactly("alice");
    }

    @Test
    void areOnlyThoseThatReallyChanged() {
        write("alice", "{'spec':{'replicas':3}}");
        write("bob", "{'spec':{'replicas':3}}");

        assertThat(managers()).containsExactly("alice");
    }

    @Test
    void areAddedUpInOneEntryForEachManagerWithTheTimeOfTheLastWrite() {
        write("alice", "{'spec':{'replicas':3}}");
        write("alice", "{'spec':{'replicas':3,'paused':true}}", NOW.plusSeconds(60));

        assertThat(managers()).containsExactly("alice");
        assertThat(entry(0).path("time").asText()).isEqualTo("2026-11-20T10:01:00Z");
        assertThat(entry(0).path("fieldsV1")).isEqualTo(json("{'f:spec':{'f:replicas':{},'f:paused':{}}}"));
        assertThat(entry(0).path("operation").asText()).isEqualTo("Update");
        assertThat(entry(0).path("fieldsType").asText()).isEqualTo("FieldsV1");
    }

    @Test
    void ofContainersAreKeptForEachContainer() {
        write("alice", "{'spec':{'containers':[{'name':'web','image':'1'},{'name':'proxy','image':'1'}]}}");
        write("bob", "{'spec':{'containers':[{'name':'web','image':'2'},{'name':'proxy','image':'1'}]}}");

        assertThat(entry(1).path("fieldsV1"))
                .isEqualTo(json("{'f:spec':{'f:containers':{'k:{\\\"name\\\":\\\"web\\\"}':{'f:image':{}}}}}"));
        assertThat(owners("k:{\\\"name\\\":\\\"proxy\\\"}")).containsExactly("alice");
    }

    @Test
    void ofAListWithoutNamesAreTheListAsAWhole() {
        write("alice", "{'spec':{'args':['a','b']}}");
        write("bob", "{'spec':{'args':['a','c']}}");

        assertThat(managers()).containsExactly("bob");
        assertThat(entry(0).path("fieldsV1")).isEqualTo(json("{'f:spec':{'f:args':{}}}"));
    }

    @Test
    void areNotWhatOnlyTheServerWrites() {
        write("alice", "{'kind':'Deployment','apiVersion':'apps/v1','metadata':{'name':'web','namespace':'shop',"
                + "'uid':'u','resourceVersion':'7','generation':1,'creationTimestamp':'x','labels':{'a':'b'}},"
                + "'status':{'replicas':3}}");

        assertThat(entry(0).path("fieldsV1")).isEqualTo(json("{'f:metadata':{'f:labels':{'f:a':{}}}}"));
        assertThat(entry(0).path("apiVersion").asText()).isEqualTo("apps/v1");
    }

    @Test
    void ofAStatusThatWasWrittenThroughItsSubresourceStayAsTheyAre() {
        object = json("{'metadata':{'managedFields':[{'manager':'alice','operation':'Update','subresource':'status',"
                + "'fieldsV1':{'f:status':{'f:replicas':{}}}}]},'spec':{}}");
        write("alice", "{'spec':{'replicas':3}}");

        assertThat(managers()).containsExactly("alice", "alice");
        assertThat(entry(0).path("subresource").asText()).isEqualTo("status");
    }

    private void write(String manager, String next) {
        write(manager, next, NOW);
    }

    private void write(String manager, String next, Instant at) {
        ObjectNode written = json(next);
        JsonNode known = object.path("metadata").path("managedFields");
        if (known.isArray()) {
            Fields.child(written, "metadata").set("managedFields", known.deepCopy());
        }
        ManagedFields.record(object, written, manager, at);
        object = written;
    }

    private JsonNode entry(int index) {
        return object.path("metadata").path("managedFields").path(index);
    }

    private List<String> managers() {
        return object.path("metadata").path("managedFields").valueStream()
                .map(entry -> entry.path("manager").asText())
                .toList();
    }

    private List<String> owners(String field) {
        return object.path("metadata").path("managedFields").valueStream()
                .filter(entry -> entry.path("fieldsV1").toString().contains("\"" + field + "\""))
                .map(entry -> entry.path("manager").asText())
                .toList();
    }

    private static ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }
}
