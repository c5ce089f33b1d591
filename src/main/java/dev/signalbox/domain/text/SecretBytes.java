package dev.signalbox.domain.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Finds secrets that are known exactly in bytes of any size, and only those: no pattern is tried.
///
/// After Wu and Manber: of a window as long as the shortest secret only the last two bytes are looked at, and most pairs
/// stand in no secret, so that nearly the whole window is skipped. With tokens of forty letters that is two bytes of
/// forty, which costs less than to copy them.
public final class SecretBytes {

    private static final byte[] MARK = Redaction.MARK.getBytes(StandardCharsets.UTF_8);
    private static final byte BLOT = '*';
    private static final int PAIRS = 1 << 12;
    private static final int FARTHEST = 127;

    private final byte[][] secrets;
    private final int window;
    private final int longest;
    private final byte[] skips = new byte[PAIRS];

    /// @param texts none of them short: it would be found in words
    SecretBytes(Collection<String> texts) {
        secrets = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        int least = FARTHEST;
        int most = 0;
        for (byte[] secret : secrets) {
            least = Math.min(least, secret.length);
            most = Math.max(most, secret.length);
        }
        window = least;
        longest = most;
        Arrays.fill(skips, (byte) (window - 1));
        for (byte[] secret : secrets) {
            for (int end = 1; end < window; end++) {
                int pair = pair(secret[end - 1], secret[end]);
                skips[pair] = (byte) Math.min(skips[pair], window - 1 - end);
            }
        }
    }

    private static int pair(byte first, byte second) {
        return ((first & 0xff) << 5 ^ (second & 0xff)) & (PAIRS - 1);
    }

    /// Whether there is nothing to look for.
    public boolean isEmpty() {
        return secrets.length == 0;
    }

    /// Bytes of the longest one; 0 when there is none.
    public int longest() {
        return longest;
    }

    /// The bytes with a mark in place of each secret; the very same when there is none in them.
    public byte[] hide(byte[] text) {
        int at = next(text, 0, text.length);
        if (at < 0) {
            return text;
        }
        List<Place> places = new ArrayList<>();
        while (at >= 0) {
            int end = end(text, at, text.length);
            places.add(new Place(at, end));
            at = next(text, end, text.length);
        }
        return marked(text, text.length, places);
    }

    /// Writes over each secret, in its place and as long as it was: for bytes that somebody reads meanwhile.
    ///
    /// @param to where the bytes end that count
    /// @return whether there was any
    public boolean blot(byte[] text, int to) {
        boolean any = false;
        for (int at = next(text, 0, to); at >= 0; at = next(text, at, to)) {
            int end = end(text, at, to);
            Arrays.fill(text, at, end, BLOT);
            any = true;
            at = end;
        }
        return any;
    }

    /// Where a secret stands, and where it ends.
    record Place(int from, int to) {}

    /// What stands before an end, with a mark in each of the places.
    static byte[] marked(byte[] text, int end, List<Place> places) {
        int length = end;
        for (Place place : places) {
            length += MARK.length - (place.to() - place.from());
        }
        byte[] out = new byte[length];
        int read = 0;
        int written = 0;
        for (Place place : places) {
            System.arraycopy(text, read, out, written, place.from() - read);
            written += place.from() - read;
            System.arraycopy(MARK, 0, out, written, MARK.length);
            written += MARK.length;
            read = place.to();
        }
        System.arraycopy(text, read, out, written, end - read);
        return out;
    }

    /// Where a secret stands next.
    ///
    /// @return −1 when none does
    int next(byte[] in, int from, int to) {
        if (secrets.length == 0) {
            return -1;
        }
        int last = from + window - 1;
        while (last < to) {
            int skip = skips[pair(in[last - 1], in[last])];
            if (skip > 0) {
                last += skip;
            } else if (length(in, last - window + 1, to) > 0) {
                return last - window + 1;
            } else {
                last++;
            }
        }
        return -1;
    }

    /// Where that secret ends, and what is entwined with it.
    int end(byte[] in, int at, int to) {
        int end = at + length(in, at, to);
        for (int other = next(in, at + 1, to); other >= 0 && other < end; other = next(in, other + 1, to)) {
            end = Math.max(end, other + length(in, other, to));
        }
        return end;
    }

    /// Of the longest secret that begins there.
    private int length(byte[] in, int at, int to) {
        int most = 0;
        for (byte[] secret : secrets) {
            int end = at + secret.length;
            if (secret.length > most && end <= to && Arrays.equals(in, at, end, secret, 0, secret.length)) {
                most = secret.length;
            }
        }
        return most;
    }
}
