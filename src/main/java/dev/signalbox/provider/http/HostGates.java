package dev.signalbox.provider.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One gate for each host that was asked.
final class HostGates {

    private final HttpSettings settings;
    private final Map<Origin, HostGate> gates = new ConcurrentHashMap<>();

    HostGates(HttpSettings settings) {
        this.settings = settings;
    }

    HostGate of(Origin origin) {
        HttpLimits limits = settings.limits();
        return gates.computeIfAbsent(
                origin, o -> new HostGate(limits.together(), limits.betweenWrites(), settings.runtime().ticker()));
    }
}
