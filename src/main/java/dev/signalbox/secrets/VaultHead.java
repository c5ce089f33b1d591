package dev.signalbox.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The first bytes of a vault's file. They are not secret, and they are authenticated: the seal of what follows covers
/// every one of them.
///
/// | at | bytes | what |
/// | --- | --- | --- |
/// | 0 | 8 | `SIGNALBX` |
/// | 8 | 1 | version of the form, 1 |
/// | 9 | 1 | where the key is: 1 in the key ring, 2 in a passphrase |
/// | 10 | 4 | rounds of PBKDF2; 0 with a key ring |
/// | 14 | 8 | how often the vault was written |
/// | 22 | 16 | the vault's own number, drawn once; salt of the passphrase |
/// | 38 | 16 | tells a wrong key from a changed file |
/// | 54 | 12 | nonce, drawn at every writing |
/// | 66 | | sealed entries, with the tag of AES-GCM at their end |
///
/// @param rounds of PBKDF2
/// @param writings how often the vault was written, this time included
record VaultHead(VaultLock lock, int rounds, long writings, byte[] id, byte[] check, byte[] nonce) {

    static final int LENGTH = 66;
    static final int ID = 16;
    static final int CHECK = 16;
    static final int NONCE = 12;

    /// Fewer would make guessing cheap; more would keep a person waiting for minutes.
    static final int LEAST_ROUNDS = 1_000;

    static final int MOST_ROUNDS = 10_000_000;

    private static final byte[] MAGIC = "SIGNALBX".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;

    /// The head of a file's bytes.
    ///
    /// @throws VaultProblem when they are no vault of this version; sentences speak of “the file”
    static VaultHead parse(byte[] file) throws VaultProblem {
        if (file.length < MAGIC.length
                || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new VaultProblem(VaultProblem.Kind.FOREIGN, "it is not a vault of Signalbox");
        }
        if (file.length > MAGIC.length && file[MAGIC.length] != VERSION) {
            throw new VaultProblem(VaultProblem.Kind.NEWER,
                    "it has form " + (file[MAGIC.length] & 0xff) + ", which only another Signalbox can read");
        }
        if (file.length < LENGTH) {
            throw new VaultProblem(VaultProblem.Kind.DAMAGED, "it ends too early");
        }
        ByteBuffer in = ByteBuffer.wrap(file, MAGIC.length + 1, LENGTH - MAGIC.length - 1);
        byte lock = in.get();
        int rounds = in.getInt();
        long writings = in.getLong();
        byte[] id = new byte[ID];
        byte[] check = new byte[CHECK];
        byte[] nonce = new byte[NONCE];
        in.get(id).get(check).get(nonce);
        boolean ring = lock == VaultLock.KEY_RING.code() && rounds == 0;
        boolean passphrase =
                lock == VaultLock.PASSPHRASE.code() && rounds >= LEAST_ROUNDS && rounds <= MOST_ROUNDS;
        if ((!ring && !passphrase) || writings < 1) {
            throw new VaultProblem(VaultProblem.Kind.DAMAGED, "its head was changed");
        }
        return new VaultHead(
                ring ? VaultLock.KEY_RING : VaultLock.PASSPHRASE, rounds, writings, id, check, nonce);
    }

    /// As they stand in the file.
    byte[] bytes() {
        return beginning().putLong(writings).put(id).put(check).put(nonce).array();
    }

    /// What stays the same as long as the vault lives: what the check is made of.
    byte[] lasting() {
        ByteBuffer all = beginning();
        byte[] begin = Arrays.copyOf(all.array(), all.position());
        return ByteBuffer.allocate(begin.length + ID).put(begin).put(id).array();
    }

    private ByteBuffer beginning() {
        return ByteBuffer.allocate(LENGTH).put(MAGIC).put(VERSION).put(lock.code()).putInt(rounds);
    }

    VaultHead withCheck(byte[] made) {
        return new VaultHead(lock, rounds, writings, id, made, nonce);
    }

    /// For the next writing.
    VaultHead next(byte[] fresh) {
        return new VaultHead(lock, rounds, writings + 1, id, check, fresh);
    }
}
