package dev.signalbox.secrets;

import dev.signalbox.port.KeyRing;
import dev.signalbox.port.KeyRing.Answer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The key of the vault: where it comes from, and for how long it stays in memory. Used by one thread at a time.
final class VaultKeys {

    /// Shorter ones are found by trying, however many rounds.
    static final int SHORTEST_PASSPHRASE = 10;

    private final Path file;
    private final KeyRing ring;
    private final PassphrasePrompt prompt;
    private final SecureRandom random;
    private final LongSupplier ticker;
    private final Duration idle;
    private final int rounds;

    private byte @Nullable [] main;
    private long lastUse;
    private long seenWritings;
    private @Nullable String notice;

    /// @param ticker nanoseconds that go on
    /// @param idle how long an unused key stays in memory
    /// @param rounds of PBKDF2 for a new vault
    VaultKeys(
            Path file, KeyRing ring, PassphrasePrompt prompt, SecureRandom random, LongSupplier ticker, Duration idle,
            int rounds) {
        this.file = file;
        this.ring = ring;
        this.prompt = prompt;
        this.random = random;
        this.ticker = ticker;
        this.idle = idle;
        this.rounds = rounds;
    }

    /// The key of a vault that exists. It stays ours: the caller neither keeps nor wipes it.
    byte[] of(VaultHead head) throws VaultProblem {
        lockIfIdle();
        byte[] known = main;
        if (known == null || !VaultCipher.fits(known, head)) {
            lock();
            seenWritings = 0;
            known = switch (head.lock()) {
                case KEY_RING -> fromRing(head);
                case PASSPHRASE -> fromPerson(head);
            };
            main = known;
        }
        lastUse = ticker.getAsLong();
        if (head.writings() < seenWritings) {
            notice = "The vault " + file + " is an older copy: it was written " + head.writings()
                    + " times, and was once written " + seenWritings
                    + " times. Secrets that were removed or changed since may be back.";
        }
        seenWritings = Math.max(seenWritings, head.writings());
        return known;
    }

    /// Whether the key of a vault is in memory.
    boolean isOpen(VaultHead head) {
        lockIfIdle();
        byte[] known = main;
        return known != null && VaultCipher.fits(known, head);
    }

    /// The head of a new vault, whose key is in the ring or in a person's head when this returns.
    VaultHead make(VaultLock lock) throws VaultProblem {
        lock();
        byte[] id = drawn(VaultHead.ID);
        VaultHead bare = new VaultHead(
                lock, lock == VaultLock.PASSPHRASE ? rounds : 0, 1, id, new byte[VaultHead.CHECK],
                drawn(VaultHead.NONCE));
        byte[] made = switch (lock) {
            case KEY_RING -> intoRing(bare);
            case PASSPHRASE -> chosen(bare);
        };
        main = made;
        lastUse = ticker.getAsLong();
        seenWritings = 1;
        return VaultCipher.checked(made, bare);
    }

    /// After a writing: tells the ring how often the vault was written. Where that fails nothing is lost; the ring only
    /// recognises older copies a little later.
    void written(VaultHead head) {
        byte[] known = main;
        seenWritings = Math.max(seenWritings, head.writings());
        if (known != null && head.lock() == VaultLock.KEY_RING) {
            tell(head, new RingItem(known, head.writings()));
        }
    }

    /// Wipes the key when it was not used for a while.
    ///
    /// @return whether no key is in memory now
    boolean lockIfIdle() {
        if (main != null && ticker.getAsLong() - lastUse >= idle.toNanos()) {
            lock();
        }
        return main == null;
    }

    void lock() {
        if (main != null) {
            Arrays.fill(main, (byte) 0);
            main = null;
        }
    }

    /// Removes the vault's key from the ring.
    ///
    /// @return why that was not possible, as a sentence
    Optional<String> forget(VaultHead head) {
        lock();
        return abandon(head);
    }

    /// Removes a key from the ring that opens nothing any more; the one in memory stays.
    ///
    /// @return why that was not possible, as a sentence
    Optional<String> abandon(VaultHead head) {
        if (head.lock() != VaultLock.KEY_RING) {
            return Optional.empty();
        }
        String item = RingItem.nameOf(head);
        return switch (ring.remove(item)) {
            case Answer.Done done -> Optional.empty();
            case Answer.Missing missing -> Optional.empty();
            case Answer other -> Optional.of("The key ring still has the key “" + item
                    + "”, which opens nothing any more: " + RingWords.problem(other).sentence());
        };
    }

    Optional<String> notice() {
        return Optional.ofNullable(notice);
    }

    byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] fromRing(VaultHead head) throws VaultProblem {
        Answer answer = ring.read(RingItem.nameOf(head));
        if (answer instanceof Answer.Found(char[] text)) {
            Optional<RingItem> item = RingItem.parse(text);
            Arrays.fill(text, '\0');
            if (item.isPresent() && VaultCipher.fits(item.get().main(), head)) {
                seenWritings = Math.max(seenWritings, item.get().writings());
                return item.get().main();
            }
            item.ifPresent(other -> Arrays.fill(other.main(), (byte) 0));
            throw new VaultProblem(VaultProblem.Kind.KEY_GONE, "The key ring’s item “" + RingItem.nameOf(head)
                    + "” is not the key of " + file + ", or the beginning of that file was changed. It was left as it"
                    + " is.");
        }
        if (answer instanceof Answer.Missing) {
            throw new VaultProblem(VaultProblem.Kind.KEY_GONE, "The key ring has no item “" + RingItem.nameOf(head)
                    + "”, which opens " + file + ". Bring it back from a backup of the key ring, or begin anew with"
                    + " “signalbox secret forget-everything”. The file was left as it is.");
        }
        throw RingWords.problem(answer);
    }

    private byte[] intoRing(VaultHead head) throws VaultProblem {
        byte[] fresh = drawn(VaultCipher.KEY);
        Answer answer = tell(head, new RingItem(fresh, 1));
        if (!(answer instanceof Answer.Done)) {
            Arrays.fill(fresh, (byte) 0);
            throw RingWords.problem(answer);
        }
        // A ring that takes everything and keeps nothing would cost the secrets.
        byte[] kept = fromRing(VaultCipher.checked(fresh, head));
        Arrays.fill(kept, (byte) 0);
        return fresh;
    }

    private Answer tell(VaultHead head, RingItem item) {
        char[] text = item.text();
        try {
            return ring.write(RingItem.nameOf(head), text);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private byte[] fromPerson(VaultHead head) throws VaultProblem {
        char[] typed = prompt.existing().orElseThrow(() -> new VaultProblem(
                VaultProblem.Kind.PASSPHRASE_MISSING,
                "The vault " + file + " is opened with a passphrase, and nobody could be asked for it here."
                        + " Start the console from a terminal."));
        byte[] stretched = stretched(typed, head);
        if (!VaultCipher.fits(stretched, head)) {
            Arrays.fill(stretched, (byte) 0);
            throw new VaultProblem(VaultProblem.Kind.PASSPHRASE_WRONG,
                    "This passphrase does not open the vault " + file + ".");
        }
        return stretched;
    }

    private byte[] chosen(VaultHead head) throws VaultProblem {
        char[] typed = prompt.fresh().orElseThrow(() -> new VaultProblem(
                VaultProblem.Kind.PASSPHRASE_MISSING, "No passphrase was chosen: type one twice alike."));
        if (typed.length < SHORTEST_PASSPHRASE) {
            Arrays.fill(typed, '\0');
            throw new VaultProblem(VaultProblem.Kind.UNFIT,
                    "The passphrase is too short: at least " + SHORTEST_PASSPHRASE + " characters, best some words.");
        }
        return stretched(typed, head);
    }

    private static byte[] stretched(char[] typed, VaultHead head) {
        try {
            return VaultCipher.stretch(typed, head.id(), head.rounds());
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
