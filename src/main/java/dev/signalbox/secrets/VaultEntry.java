package dev.signalbox.secrets;

/// One secret of a vault.
///
/// @param name what a configuration calls it
/// @param origin scheme, host and port that it may be sent to, and no other
record VaultEntry(String name, String origin, SecretText secret) {}
