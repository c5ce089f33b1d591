package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import java.time.Instant;
import java.util.List;

/// Objects as rows to print, for `kubectl get`.
final class Tables {

    private Tables() {}

    static ObjectNode of(ResourceKind kind, List<ObjectNode> objects, String version, Instant now) {
        ObjectNode table = Fields.newObject().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.putObject("metadata").put("resourceVersion", version);
        List<Column> columns = Columns.of(kind);
        ArrayNode definitions = table.putArray("columnDefinitions");
        for (Column column : columns) {
            definitions.addObject().put("name", column.name())
                    .put("type", column.type().equals("date") ? "string" : column.type()).put("format",
                            column.name().equals("Name") ? "name" : "")
                    .put("description", "").put("priority", column.priority());
        }
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.forEach(column -> cells.add(column.cell(object, now)));
            row.set("object", Shape.partial(object));
        }
        return table;
    }
}
