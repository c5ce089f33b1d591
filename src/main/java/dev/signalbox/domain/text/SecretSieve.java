package dev.signalbox.domain.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes the secrets that are known exactly out of bytes that come piece by piece, also one that lies across pieces: what
/// may be the beginning of a secret waits for what comes next.
public final class SecretSieve {

    private final SecretBytes secrets;
    private byte[] held = new byte[0];

    public SecretSieve(SecretBytes secrets) {
        this.secrets = secrets;
    }

    /// What may be passed on after these bytes have come.
    public byte[] next(byte[] piece, int from, int to) {
        if (secrets.isEmpty()) {
            return Arrays.copyOfRange(piece, from, to);
        }
        byte[] all = Arrays.copyOf(held, held.length + to - from);
        System.arraycopy(piece, from, all, held.length, to - from);
        return settled(all, Math.max(0, all.length - secrets.longest() + 1));
    }

    /// What was held back, when nothing comes any more.
    public byte[] rest() {
        byte[] all = held;
        return settled(all, all.length);
    }

    /// @param sure up to where no secret begins that is not there to its end
    private byte[] settled(byte[] all, int sure) {
        List<SecretBytes.Place> places = new ArrayList<>();
        int to = sure;
        int at = secrets.next(all, 0, all.length);
        while (at >= 0 && at < to) {
            int end = secrets.end(all, at, all.length);
            if (end > to) {
                // Another one may begin in it that goes on in what comes.
                to = at;
            } else {
                places.add(new SecretBytes.Place(at, end));
                at = secrets.next(all, end, all.length);
            }
        }
        held = Arrays.copyOfRange(all, to, all.length);
        return SecretBytes.marked(all, to, places);
    }
}
