package dev.signalbox.secrets;

import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.secrets.VaultProblem.Kind;

/// What a key ring's answer means for a person.
final class RingWords {

    private RingWords() {}

    static VaultProblem problem(Answer answer) {
        return switch (answer) {
            case Answer.Locked locked -> new VaultProblem(
                    Kind.RING_LOCKED,
                    "The key ring is locked, so nobody can say what is in it. Unlock it and try again.");
            case Answer.Absent absent -> new VaultProblem(
                    Kind.RING_ABSENT,
                    "There is no key ring here: " + absent.why() + ". A new vault can have a passphrase in its place:"
                            + " “signalbox secret set … --passphrase”.");
            case Answer.Silent silent -> new VaultProblem(
                    Kind.RING_SILENT,
                    "The key ring did not answer within " + silent.waited().toSeconds()
                            + " s. Perhaps it asks for its password in a window that is hidden.");
            case Answer.Failed failed -> new VaultProblem(
                    Kind.RING_FAILED, "The key ring failed: " + failed.why() + ".");
            case Answer.Found found -> unexpected();
            case Answer.Done done -> unexpected();
            case Answer.Missing missing -> unexpected();
        };
    }

    private static VaultProblem unexpected() {
        return new VaultProblem(Kind.RING_FAILED, "The key ring did not keep what it was given.");
    }
}
