package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Listing;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.util.function.Consumer;

/// Goes through objects while clients may change them.
final class Reconciling {

    private Reconciling() {}

    /// An object that went away meanwhile is left to the next tick; the others must not wait for it.
    static void each(Listing listing, Consumer<ObjectNode> step) {
        for (ObjectNode object : listing.items()) {
            try {
                step.accept(object);
            } catch (Refusal gone) {
                continue;
            }
        }
    }
}
