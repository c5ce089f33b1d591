package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The machines of the practice cluster and which pod runs on which.
final class Nodes {

    private static final int PODS_PER_SUBNET = 200;

    private final ObjectStore store;
    private final AtomicInteger addresses;

    /// @param addresses counts the addresses that were given away
    Nodes(ObjectStore store, AtomicInteger addresses) {
        this.store = store;
        this.addresses = addresses;
    }

    /// Makes sure that there are at least so many.
    void atLeast(int count) {
        for (int number = names().size() + 1; number <= count; number++) {
            ObjectNode node = Fields.newObject();
            String name = "practice-node-" + number;
            Fields.child(node, "metadata").put("name", name);
            Fields.child(node, "metadata", "labels").put("kubernetes.io/hostname", name);
            ObjectNode status = Fields.child(node, "status");
            status.putArray("conditions").addObject().put("type", "Ready").put("status", "True").put("reason",
                    "KubeletReady");
            Fields.child(status, "nodeInfo").put("kubeletVersion", "v1.36.2").put("osImage", "Practice Linux");
            store.create(ResourceKinds.NODES, node, Commit.STORE);
        }
    }

    List<String> names() {
        return store.list(ResourceKinds.NODES, "").items().stream().map(Fields::name).toList();
    }

    /// Where a pod runs, or will: spread by name, so that it needs no memory.
    String of(ObjectNode pod) {
        String fixed = Fields.text(pod, "spec", "nodeName");
        List<String> all = names();
        return fixed.isEmpty() && !all.isEmpty()
                ? all.get(Math.floorMod(Fields.name(pod).hashCode(), all.size()))
                : fixed;
    }

    /// Gives a scheduled pod its node and address.
    void place(ObjectNode pod, PodState state) {
        if (state.stage() == PodStage.PENDING || state.stage() == PodStage.UNSCHEDULABLE) {
            return;
        }
        Fields.child(pod, "spec").put("nodeName", of(pod));
        if (state.stage().isRunning() && Fields.text(pod, "status", "podIP").isEmpty()) {
            int number = addresses.incrementAndGet();
            String address = "10.244." + number / PODS_PER_SUBNET % 250 + "." + (2 + number % PODS_PER_SUBNET);
            ObjectNode status = Fields.child(pod, "status");
            status.put("podIP", address).putArray("podIPs").addObject().put("ip", address);
            status.put("hostIP", "10.0.0." + (10 + Math.max(0, names().indexOf(of(pod)))));
        }
    }
}
