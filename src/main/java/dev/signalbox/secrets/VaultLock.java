package dev.signalbox.secrets;

/// What a vault is opened with.
public enum VaultLock {
    /// A key that was drawn by chance and lies in the system's key ring.
    KEY_RING(1),
    /// A key that is made of a passphrase each time.
    PASSPHRASE(2);

    private final byte code;

    VaultLock(int code) {
        this.code = (byte) code;
    }

    /// As it stands in the file.
    byte code() {
        return code;
    }
}
