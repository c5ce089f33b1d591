package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.FieldSelector;
import dev.signalbox.practice.cluster.objects.LabelSelector;
import java.util.List;

/// Which objects a list or a watch is about.
record Choice(LabelSelector labels, FieldSelector fields, String name, boolean isEverything) {

    static Choice of(ApiRequest request, ApiPath path) {
        String labels = request.query("labelSelector");
        String fields = request.query("fieldSelector");
        return new Choice(LabelSelector.parse(labels), FieldSelector.parse(path.kind(), fields), path.name(),
                labels.isEmpty() && fields.isEmpty());
    }

    boolean has(ObjectNode object) {
        return labels.matches(object.path("metadata").path("labels")) && fields.matches(object)
                && (name.isEmpty() || name.equals(object.path("metadata").path("name").asText()));
    }

    List<ObjectNode> of(List<ObjectNode> objects) {
        return objects.stream().filter(this::has).toList();
    }
}
