package dev.signalbox.wiring;

import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.secrets.VaultProblem;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What the vault's problems mean for how it stands.
final class VaultKinds {

    private static final Logger LOG = Logger.getLogger(VaultKinds.class.getName());

    private VaultKinds() {}

    /// What nobody thought of, in a sentence; the rest is in the log.
    static String oddly(RuntimeException bug) {
        LOG.log(Level.WARNING, "The vault could not be used", bug);
        return "The vault could not be used because of a mistake in the console (" + bug.getClass().getSimpleName()
                + "). Try again.";
    }

    /// `UNUSED` for what concerns one secret and not the vault, `ASKING` for what another answer may mend.
    static Kind of(VaultProblem problem) {
        return switch (problem.kind()) {
            case RING_LOCKED -> Kind.RING_LOCKED;
            case RING_ABSENT -> Kind.RING_ABSENT;
            case RING_SILENT -> Kind.RING_SILENT;
            case KEY_GONE -> Kind.KEY_GONE;
            case PASSPHRASE_MISSING -> Kind.CANCELLED;
            case PASSPHRASE_WRONG -> Kind.ASKING;
            case DAMAGED -> Kind.DAMAGED;
            case RING_FAILED, FOREIGN, NEWER, UNREACHABLE, BUSY -> Kind.FAILED;
            case UNKNOWN, OTHER_ORIGIN, UNFIT -> Kind.UNUSED;
        };
    }
}
