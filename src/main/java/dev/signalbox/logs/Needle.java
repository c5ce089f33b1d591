package dev.signalbox.logs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A printable ASCII text that is looked for in bytes, eight at a time, by the rarest of its characters.
final class Needle {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final long CASE = 0x20 * ONES;

    /// Characters of logs, the most frequent first; any other is rarer.
    private static final String FREQUENT = " e0ta1oinsr2l:.-/dc345pm6789ugTZhfbyvI[]_=wkNES,AROCDL\"()xPMFUBGHWjVqzK";

    private final byte[] lower;
    private final byte[] upper;
    private final int rare;
    private final long wanted;
    private final long fold;
    /// The last eight bytes, and which of them may stand in either case: compared at once before the others.
    private final long tail;
    private final long tailFold;

    private Needle(byte[] lower, byte[] upper) {
        this.lower = lower;
        this.upper = upper;
        int best = 0;
        for (int i = 1; i < lower.length; i++) {
            if (rarity(i) > rarity(best)) {
                best = i;
            }
        }
        rare = best;
        fold = lower[rare] == upper[rare] ? 0 : CASE;
        wanted = (lower[rare] & 0xff) * ONES;
        long folds = 0;
        long last = 0;
        for (int i = Math.max(0, lower.length - 8); i < lower.length; i++) {
            folds = folds >>> 8 | (lower[i] == upper[i] ? 0L : 0x20L << 56);
            last = last >>> 8 | (lower[i] & 0xffL) << 56;
        }
        tailFold = folds;
        tail = last;
    }

    /// Whether a query can be looked for in this way.
    static boolean serves(LogQuery query) {
        return !query.has(LogQuery.Option.EXPRESSION) && query.text().chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    static Needle of(LogQuery query) {
        boolean exact = query.has(LogQuery.Option.MATCH_CASE);
        String text = query.text();
        return new Needle(
                (exact ? text : text.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.ISO_8859_1),
                (exact ? text : text.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.ISO_8859_1));
    }

    int length() {
        return lower.length;
    }

    private int rarity(int i) {
        int one = rank(lower[i]);
        return lower[i] == upper[i] ? one : Math.min(one, rank(upper[i]));
    }

    private static int rank(byte b) {
        int rank = FREQUENT.indexOf(b);
        return rank < 0 ? FREQUENT.length() : rank;
    }

    /// Where it stands next.
    ///
    /// @return −1 when it does not
    int next(byte[] in, int from, int to) {
        int last = to - lower.length + rare; // of the rare character
        int at = from + rare;
        for (; at + 31 <= last; at += 32) {
            if ((equal(in, at) | equal(in, at + 8) | equal(in, at + 16) | equal(in, at + 24)) != 0) {
                for (int part = at; part < at + 32; part += 8) {
                    for (long found = equal(in, part); found != 0; found &= found - 1) {
                        int hit = part + (Long.numberOfTrailingZeros(found) >>> 3) - rare;
                        if (stands(in, hit)) {
                            return hit;
                        }
                    }
                }
            }
        }
        for (; at <= last; at++) {
            if (stands(in, at - rare)) {
                return at - rare;
            }
        }
        return -1;
    }

    /// The high bit of every byte that is the rare character; above the lowest of them it may be wrong.
    private long equal(byte[] in, int at) {
        long eight = ((long) EIGHT.get(in, at) | fold) ^ wanted;
        return (eight - ONES) & ~eight & HIGH;
    }

    private boolean stands(byte[] in, int at) {
        int end = at + lower.length;
        if (lower.length >= 8 && ((long) EIGHT.get(in, end - 8) | tailFold) != tail) {
            return false;
        }
        for (int i = lower.length - 1; i >= 0; i--) {
            byte b = in[at + i];
            if (b != lower[i] && b != upper[i]) {
                return false;
            }
        }
        return true;
    }
}
