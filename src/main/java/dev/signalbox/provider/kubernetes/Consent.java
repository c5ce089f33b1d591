package dev.signalbox.provider.kubernetes;

import java.nio.file.Path;

/// A person's yes to a program that a kubeconfig wants to run for credentials. Asked before each run; without a yes the
/// program is never started and the context says so.
@FunctionalInterface
public interface Consent {

    /// Whether somebody agreed to exactly this.
    ///
    /// @param file the kubeconfig that names the program
    /// @param command the program as written there
    /// @param hash of the program, its arguments and its environment: any change asks anew
    boolean allows(Path file, String command, String hash);
}
