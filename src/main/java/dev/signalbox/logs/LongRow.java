package dev.signalbox.logs;

import java.util.ArrayList;
import java.util.List;

/// A growing row of numbers that never copies what it holds: eight bytes for each, wherever it ends.
final class LongRow {

    private static final int ROOM = 16 * 1_024;

    private final List<long[]> rooms = new ArrayList<>();
    private int size;

    void add(long number) {
        if (size % ROOM == 0) {
            rooms.add(new long[ROOM]);
        }
        rooms.getLast()[size % ROOM] = number;
        size++;
    }

    long get(int index) {
        return rooms.get(index / ROOM)[index % ROOM];
    }

    int size() {
        return size;
    }
}
