package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Objects as they were at one version, sorted by namespace and name. They are shared: never change them.
public record Listing(long version, List<ObjectNode> items) {

    public Listing {
        items = List.copyOf(items);
    }
}
