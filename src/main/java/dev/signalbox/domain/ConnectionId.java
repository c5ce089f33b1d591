package dev.signalbox.domain;

/// Name of one configured connection: a CI account or a cluster. Unique within the console, chosen by its user.
public record ConnectionId(String name) implements Comparable<ConnectionId> {

    @Override
    public int compareTo(ConnectionId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
