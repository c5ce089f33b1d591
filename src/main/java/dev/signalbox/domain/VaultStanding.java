package dev.signalbox.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the vault of this machine stands: what it waits for, what is wrong, and which connections have no token meanwhile.
/// Holds no secret.
///
/// @param question what a person is asked now; absent when nobody is asked
/// @param problem a sentence, with what one can do; empty when nothing is wrong
/// @param waiting names of the connections that have no token before it is open
/// @param notice something that should be known though everything works; empty for nothing
public record VaultStanding(
        Kind kind, @Nullable Question question, String problem, List<String> waiting, String notice) {

    /// No connection takes its token from a vault, or none was wanted yet.
    public static final VaultStanding UNUSED = new VaultStanding(Kind.UNUSED, null, "", List.of(), "");

    /// What a person can do about it differs for each.
    public enum Kind {
        UNUSED,
        /// The key ring is being asked, or the file is being read.
        OPENING,
        /// A person is asked for a passphrase or a token.
        ASKING,
        /// The key is in memory.
        OPEN,
        /// It was open; its key was wiped from memory.
        SHUT,
        /// It was open; what needs it now waits for a person to unlock it.
        WANTED,
        /// Waits in the background for a person to unlock the key ring.
        RING_LOCKED,
        RING_ABSENT,
        /// The key ring was asked and has not answered.
        RING_SILENT,
        /// A person did not answer, or stopped the waiting.
        CANCELLED,
        /// The key ring has no key for this file.
        KEY_GONE,
        /// The file was changed, by accident or by somebody.
        DAMAGED,
        /// Anything else.
        FAILED
    }

    /// Kinds of question.
    public enum Wanted {
        PASSPHRASE,
        NEW_PASSPHRASE,
        TOKEN
    }

    /// What is asked.
    ///
    /// @param number grows with every question: a repeated one is another one
    /// @param about for whom, in words
    /// @param refused why the answer before was of no use; empty at first
    public record Question(long number, Wanted wanted, String about, String refused) {}

    /// The same of another kind, with nobody asked.
    public VaultStanding become(Kind other, String why) {
        return new VaultStanding(other, null, why, waiting, notice);
    }

    /// The same with a question over it. What is wrong with the vault is not told meanwhile.
    public VaultStanding asking(Question asked) {
        return new VaultStanding(Kind.ASKING, asked, "", waiting, notice);
    }

    /// The same with other connections waiting.
    public VaultStanding waitedFor(List<String> names) {
        return new VaultStanding(kind, question, problem, List.copyOf(names), notice);
    }

    /// The same with something that should be known.
    public VaultStanding noting(String words) {
        return new VaultStanding(kind, question, problem, waiting, words);
    }
}
