package dev.signalbox.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The vault's cryptography, and nothing else: bytes in, bytes out. All of it comes with the JDK.
///
/// From a vault's main key two others are made, so that the check, which everybody can read, tells nothing about the key
/// that seals: `HMAC-SHA256(main, label ‖ lasting part of the head)`.
final class VaultCipher {

    /// Bytes of a main key: AES-256.
    static final int KEY = 32;

    /// What OWASP asks of PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023); about half a second.
    static final int ROUNDS = 600_000;

    private static final int TAG_BITS = 128;

    private VaultCipher() {}

    /// The main key of a passphrase.
    static byte[] stretch(char[] passphrase, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, KEY * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    /// The head with the check that belongs to this key.
    static VaultHead checked(byte[] main, VaultHead head) {
        return head.withCheck(Arrays.copyOf(derive(main, "signalbox vault check", head), VaultHead.CHECK));
    }

    /// Whether this is the key that the vault was made with.
    static boolean fits(byte[] main, VaultHead head) {
        return MessageDigest.isEqual(checked(main, head).check(), head.check());
    }

    /// @return the sealed entries, the tag at their end
    static byte[] seal(byte[] main, VaultHead head, byte[] plain) {
        try {
            return run(Cipher.ENCRYPT_MODE, main, head, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /// @return nothing when a byte of head or entries is not as it was sealed
    static Optional<byte[]> open(byte[] main, VaultHead head, byte[] sealed) {
        if (sealed.length < TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, main, head, sealed));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static byte[] run(int mode, byte[] main, VaultHead head, byte[] in) throws GeneralSecurityException {
        byte[] key = derive(main, "signalbox vault seal", head);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, head.nonce()));
            cipher.updateAAD(head.bytes());
            return cipher.doFinal(in);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] derive(byte[] main, String label, VaultHead head) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(main, "HmacSHA256"));
            mac.update(label.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(head.lasting());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
