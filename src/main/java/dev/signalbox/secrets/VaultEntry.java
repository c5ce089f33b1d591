package dev.signalbox.secrets;

import java.security.MessageDigest;

/// One secret of a vault.
///
/// @param name what a configuration calls it
/// @param origin scheme, host and port that it may be sent to, and no other
record VaultEntry(String name, String origin, SecretText secret) {

    /// Whether this is the secret, for this origin.
    boolean holds(String forOrigin, SecretText other) {
        return origin.equals(forOrigin) && MessageDigest.isEqual(secret.bytes(), other.bytes());
    }
}
