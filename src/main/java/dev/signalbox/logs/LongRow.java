package dev.signalbox.logs;

import java.util.Arrays;

/// A growing row of numbers that never copies what it holds: eight bytes for each. One thread adds; others may read what
/// was published.
final class LongRow {

    private static final int ROOM = 16 * 1_024;

    private static final long[] NONE = {};

    private volatile long[][] rooms = {};
    private long[] last = NONE;
    private int size;

    void add(long number) {
        int place = size % ROOM;
        if (place == 0) {
            begin(size / ROOM);
        }
        last[place] = number;
        size++;
    }

    private void begin(int room) {
        if (room == rooms.length) {
            long[][] more = Arrays.copyOf(rooms, room + 1 + room / 2);
            for (int i = room; i < more.length; i++) {
                more[i] = NONE;
            }
            rooms = more;
        }
        last = new long[ROOM];
        rooms[room] = last;
    }

    long get(int index) {
        return rooms[index / ROOM][index % ROOM];
    }

    int size() {
        return size;
    }
}
