package dev.signalbox.logs;

import java.util.Arrays;

/// A set of lines: one bit each, however many are in it. One thread adds; others may read about lines that were published
/// to them before.
public final class LineSet {

    private static final int WORDS = 1_024;
    private static final int LINES = WORDS * Long.SIZE;

    private volatile Room[] rooms = {};

    private static final class Room {
        private final long[] words = new long[WORDS];
        private volatile int count;
    }

    public void add(int line) {
        Room in = room(line / LINES);
        int word = line % LINES / Long.SIZE;
        long bit = 1L << (line % Long.SIZE);
        if ((in.words[word] & bit) == 0) {
            in.words[word] |= bit;
            in.count = in.count + 1;
        }
    }

    /// Adds all lines from `from` up to, but not with, `to`.
    public void addAll(int from, int to) {
        if (to <= from) {
            return;
        }
        for (int room = from / LINES; room <= (to - 1) / LINES; room++) {
            addAll(room(room), Math.max(0, from - room * LINES), Math.min(LINES, to - room * LINES));
        }
    }

    private static void addAll(Room in, int from, int to) {
        int added = 0;
        for (int word = from / Long.SIZE; word <= (to - 1) / Long.SIZE; word++) {
            int low = Math.max(0, from - word * Long.SIZE);
            int high = Math.min(Long.SIZE, to - word * Long.SIZE);
            long bits = (high == Long.SIZE ? -1L : (1L << high) - 1) & -1L << low & ~in.words[word];
            in.words[word] |= bits;
            added += Long.bitCount(bits);
        }
        in.count = in.count + added;
    }

    private Room room(int room) {
        if (room >= rooms.length) {
            Room[] more = Arrays.copyOf(rooms, room + 1);
            for (int i = rooms.length; i <= room; i++) {
                more[i] = new Room();
            }
            rooms = more;
        }
        return rooms[room];
    }

    public boolean contains(int line) {
        int room = line / LINES;
        return line >= 0 && room < rooms.length
                && (rooms[room].words[line % LINES / Long.SIZE] & (1L << (line % Long.SIZE))) != 0;
    }

    public int count() {
        int count = 0;
        for (Room room : rooms) {
            count += room.count;
        }
        return count;
    }

    /// How many lines before `line` are in the set.
    public int countBefore(int line) {
        Room[] all = rooms;
        int room = Math.min(line / LINES, all.length);
        int count = 0;
        for (int i = 0; i < room; i++) {
            count += all[i].count;
        }
        if (room < all.length) {
            int word = line % LINES / Long.SIZE;
            for (int i = 0; i < word; i++) {
                count += Long.bitCount(all[room].words[i]);
            }
            count += Long.bitCount(all[room].words[word] & ((1L << (line % Long.SIZE)) - 1));
        }
        return count;
    }

    /// The `index`th line of the set, counted from 0.
    ///
    /// @throws IndexOutOfBoundsException when there are fewer
    public int at(int index) {
        int left = index;
        Room[] all = rooms;
        for (int room = 0; room < all.length && index >= 0; room++) {
            if (left >= all[room].count) {
                left -= all[room].count;
                continue;
            }
            for (int word = 0; word < WORDS; word++) {
                long bits = all[room].words[word];
                if (left >= Long.bitCount(bits)) {
                    left -= Long.bitCount(bits);
                    continue;
                }
                for (; left > 0; left--) {
                    bits &= bits - 1;
                }
                return room * LINES + word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    /// The first line of the set that is not before `line`; −1 when there is none.
    public int next(int line) {
        Room[] all = rooms;
        int from = Math.max(0, line);
        for (int room = from / LINES; room < all.length; room++, from = 0) {
            if (all[room].count == 0) {
                continue;
            }
            int first = from % LINES / Long.SIZE;
            for (int word = first; word < WORDS; word++) {
                long bits = all[room].words[word] & (word == first ? -1L << (from % Long.SIZE) : -1L);
                if (bits != 0) {
                    return room * LINES + word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                }
            }
        }
        return -1;
    }

    /// The last line of the set that is not after `line`; −1 when there is none.
    public int previous(int line) {
        int before = line < 0 ? 0 : countBefore(line + 1);
        return before == 0 ? -1 : at(before - 1);
    }

    /// The next line of the set after `line`; after the last comes the first. −1 when the set is empty.
    public int after(int line) {
        int next = next(line + 1);
        return next >= 0 ? next : next(0);
    }

    /// The last line of the set before `line`; before the first comes the last. −1 when the set is empty.
    public int before(int line) {
        int before = previous(line - 1);
        int count = count();
        return before >= 0 || count == 0 ? before : at(count - 1);
    }
}
