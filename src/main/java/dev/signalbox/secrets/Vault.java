package dev.signalbox.secrets;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.KeyRing;
import dev.signalbox.secrets.VaultProblem.Kind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Secrets of this machine's user, each bound to the one origin that it may be sent to. Nothing is opened before a secret
/// is wanted; the file is read anew each time, since another process may have written it. Entries are in memory only
/// while a method runs, the key a little longer.
///
/// A file that is no vault, is damaged, or whose key is not there, is never replaced: what cannot be read today may be
/// readable tomorrow. Blocks while the key ring or a person is asked.
public final class Vault implements AutoCloseable {

    private final VaultFile file;
    private final VaultKeys keys;

    /// @param file where the vault lies; its folder exists before something is stored
    /// @param prompt asked where the vault is opened with a passphrase
    /// @param ticker nanoseconds that go on
    /// @param idle how long an unused key stays in memory
    public Vault(
            Path file, KeyRing ring, PassphrasePrompt prompt, SecureRandom random, LongSupplier ticker,
            Duration idle) {
        this(file, ring, prompt, random, ticker, idle, VaultCipher.ROUNDS);
    }

    /// @param rounds of PBKDF2 for a new vault
    Vault(
            Path file, KeyRing ring, PassphrasePrompt prompt, SecureRandom random, LongSupplier ticker, Duration idle,
            int rounds) {
        this(new VaultFile(file), ring, prompt, random, ticker, idle, rounds);
    }

    Vault(
            VaultFile file, KeyRing ring, PassphrasePrompt prompt, SecureRandom random, LongSupplier ticker,
            Duration idle, int rounds) {
        this.file = file;
        keys = new VaultKeys(file.path(), ring, prompt, random, ticker, idle, rounds);
    }

    /// What is known of a secret without the secret.
    public record Listed(String name, String origin) {}

    /// The secret of a name, for one origin.
    ///
    /// @param origin where it is to be sent, as `scheme://host[:port]`; compared by every byte
    /// @throws VaultProblem also when it was stored for another origin
    public synchronized SecretText take(String name, String origin) throws VaultProblem {
        Optional<VaultFile.Parts> parts = file.read();
        if (parts.isEmpty()) {
            throw unknown(name, origin);
        }
        try (VaultEntries entries = open(parts.get())) {
            VaultEntry entry = entries.named(name).orElse(null);
            if (entry == null) {
                throw unknown(name, origin);
            }
            if (!entry.origin().equals(origin)) {
                throw new VaultProblem(Kind.OTHER_ORIGIN, "The secret “" + SafeText.line(name, 60)
                        + "” was stored for " + entry.origin() + " and is not given to " + SafeText.line(origin, 100)
                        + ". If that is right, store it anew for that address.");
            }
            return SecretText.owning(entry.secret().bytes().clone());
        }
    }

    /// Names and origins, in the order of the names.
    public synchronized List<Listed> list() throws VaultProblem {
        Optional<VaultFile.Parts> parts = file.read();
        if (parts.isEmpty()) {
            return List.of();
        }
        try (VaultEntries entries = open(parts.get())) {
            return entries.all().stream().map(entry -> new Listed(entry.name(), entry.origin())).toList();
        }
    }

    /// Stores a secret in place of the one of its name. The first one makes the vault.
    ///
    /// @param secret stays the caller's
    /// @param wanted what a new vault is to be opened with; the key ring when nothing is said
    public synchronized void put(String name, String origin, SecretText secret, Optional<VaultLock> wanted)
            throws VaultProblem {
        check(name, origin, secret);
        file.alone(() -> {
            Optional<VaultFile.Parts> before = file.read();
            VaultEntry fresh = new VaultEntry(name, origin, secret);
            if (before.isEmpty()) {
                write(keys.make(wanted.orElse(VaultLock.KEY_RING)), new VaultEntries(List.of(fresh)));
                return fresh;
            }
            VaultHead head = before.get().head();
            if (wanted.isPresent() && wanted.get() != head.lock()) {
                throw new VaultProblem(Kind.UNFIT, "The vault " + file.path() + " is opened with "
                        + (head.lock() == VaultLock.KEY_RING ? "the key ring" : "a passphrase")
                        + " already. To change that, open Vault in the console’s command palette.");
            }
            try (VaultEntries entries = open(before.get())) {
                VaultEntries after = entries.with(fresh);
                if (after.all().size() > VaultEntries.MOST) {
                    throw new VaultProblem(
                            Kind.UNFIT, "The vault holds " + VaultEntries.MOST + " secrets and takes no more.");
                }
                write(head.next(keys.drawn(VaultHead.NONCE)), after);
            }
            return fresh;
        });
    }

    /// Stores a secret in place of the one of its name and origin, if that one is still what it was.
    ///
    /// @return whether it was
    public synchronized boolean exchange(String name, String origin, SecretText before, SecretText next)
            throws VaultProblem {
        check(name, origin, next);
        if (file.read().isEmpty()) {
            return false;
        }
        return file.alone(() -> {
            Optional<VaultFile.Parts> there = file.read();
            if (there.isEmpty()) {
                return false;
            }
            try (VaultEntries entries = open(there.get())) {
                boolean same = entries.named(name).filter(entry -> entry.holds(origin, before)).isPresent();
                if (same) {
                    write(there.get().head().next(keys.drawn(VaultHead.NONCE)),
                            entries.with(new VaultEntry(name, origin, next)));
                }
                return same;
            }
        });
    }

    /// Whether a person would be asked before anything is read. Asks nobody.
    public synchronized boolean asksPerson() throws VaultProblem {
        Optional<VaultFile.Parts> there = file.read();
        return there.isPresent() && there.get().head().lock() == VaultLock.PASSPHRASE
                && !keys.isOpen(there.get().head());
    }

    /// Takes a secret away.
    ///
    /// @return whether there was one of this name
    public synchronized boolean remove(String name) throws VaultProblem {
        if (file.read().isEmpty()) {
            return false;
        }
        return file.alone(() -> {
            Optional<VaultFile.Parts> before = file.read();
            if (before.isEmpty()) {
                return false;
            }
            try (VaultEntries entries = open(before.get())) {
                if (entries.named(name).isEmpty()) {
                    return false;
                }
                write(before.get().head().next(keys.drawn(VaultHead.NONCE)), entries.without(name));
                return true;
            }
        });
    }

    /// Gives the vault a new key: one that lies in the key ring, or one of a passphrase that is asked for. The old key
    /// opens nothing any more but older copies of the file.
    ///
    /// @return what could not be tidied up, as sentences
    /// @throws VaultProblem also when there is no vault yet
    public synchronized List<String> rekey(VaultLock wanted) throws VaultProblem {
        if (file.read().isEmpty()) {
            throw new VaultProblem(Kind.UNKNOWN, "There is no vault yet: it is made when the first token is stored.");
        }
        return file.alone(() -> {
            VaultFile.Parts before = file.read().orElseThrow(() -> new VaultProblem(
                    Kind.UNREACHABLE, "The vault " + file.path() + " went away meanwhile."));
            try (VaultEntries entries = open(before)) {
                VaultHead fresh = keys.make(wanted);
                boolean written = false;
                try {
                    boolean lasts = write(fresh, entries);
                    written = true;
                    if (!lasts) {
                        return List.of("The key before was kept: this file system does not tell whether the new vault"
                                + " outlasts a power cut.");
                    }
                } finally {
                    if (!written) {
                        // Its key opens nothing: nobody needs to know that it stayed.
                        Optional<String> unused = keys.forget(fresh);
                    }
                }
                return keys.abandon(before.head()).stream().toList();
            }
        });
    }

    /// Whether there is a file, and what it is opened with; asks nobody.
    public synchronized Optional<VaultLock> lock() throws VaultProblem {
        return file.read().map(parts -> parts.head().lock());
    }

    /// Removes the vault and its key, also when they cannot be opened.
    ///
    /// @return what could not be removed, as sentences
    /// @throws VaultProblem when the file is no vault of ours or cannot be removed
    public synchronized List<String> forgetEverything() throws VaultProblem {
        Optional<VaultHead> head;
        try {
            head = file.read().map(VaultFile.Parts::head);
        } catch (VaultProblem problem) {
            if (problem.kind() != Kind.DAMAGED && problem.kind() != Kind.NEWER) {
                throw problem;
            }
            head = Optional.empty();
        }
        // The file first: without it the key opens nothing.
        file.delete();
        keys.lock();
        return head.flatMap(keys::forget).stream().toList();
    }

    /// Something that the person should know though everything works: the file is an older copy.
    public synchronized Optional<String> notice() {
        return keys.notice();
    }

    /// Wipes the key if it was not used for a while. Called now and then.
    ///
    /// @return whether no key is in memory now
    public synchronized boolean lockIfIdle() {
        return keys.lockIfIdle();
    }

    /// Wipes the key.
    @Override
    public synchronized void close() {
        keys.lock();
    }

    private VaultEntries open(VaultFile.Parts parts) throws VaultProblem {
        Optional<byte[]> plain = VaultCipher.open(keys.of(parts.head()), parts.head(), parts.body());
        if (plain.isEmpty()) {
            throw file.about(new VaultProblem(
                    Kind.DAMAGED, "it was damaged or changed, though its key is the right one"));
        }
        try {
            return VaultEntries.parse(plain.get());
        } catch (VaultProblem problem) {
            throw file.about(problem);
        } finally {
            Arrays.fill(plain.get(), (byte) 0);
        }
    }

    /// @return whether it lasts, see [VaultFile#replace]
    private boolean write(VaultHead head, VaultEntries entries) throws VaultProblem {
        byte[] plain = entries.bytes();
        boolean lasts;
        try {
            lasts = file.replace(head, VaultCipher.seal(keys.of(head), head, plain));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
        keys.written(head);
        return lasts;
    }

    private static void check(String name, String origin, SecretText secret) throws VaultProblem {
        if (name.isBlank() || name.length() > VaultEntries.LONGEST_NAME || !SafeText.line(name, 200).equals(name)) {
            throw new VaultProblem(Kind.UNFIT, "A secret’s name is 1 to " + VaultEntries.LONGEST_NAME
                    + " ordinary characters.");
        }
        if (origin.isBlank() || origin.length() > VaultEntries.LONGEST_ORIGIN) {
            throw new VaultProblem(Kind.UNFIT, "A secret needs the address that it may be sent to.");
        }
        int length = secret.bytes().length;
        if (length == 0 || length > VaultEntries.LONGEST_SECRET) {
            throw new VaultProblem(Kind.UNFIT, "A secret has 1 to " + VaultEntries.LONGEST_SECRET + " bytes.");
        }
    }

    private static VaultProblem unknown(String name, String origin) {
        String shown = SafeText.line(name, 60);
        return new VaultProblem(Kind.UNKNOWN, "The vault holds no secret “" + shown
                + "”. Store it with “signalbox secret set " + shown + " --origin " + SafeText.line(origin, 100)
                + "”.");
    }
}
