package dev.signalbox.secrets;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a vault holds, between opening and closing it: number of entries, then of each name, origin and secret as length
/// and bytes. Closing wipes every secret.
///
/// @param all in the order of their names
record VaultEntries(List<VaultEntry> all) implements AutoCloseable {

    static final int MOST = 500;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_ORIGIN = 300;
    static final int LONGEST_SECRET = 16_384;

    VaultEntries {
        all = List.copyOf(all);
    }

    Optional<VaultEntry> named(String name) {
        return all.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /// With this entry in place of the one of its name. Both share the secrets of the rest.
    VaultEntries with(VaultEntry fresh) {
        List<VaultEntry> entries = new ArrayList<>(without(fresh.name()).all());
        entries.add(fresh);
        entries.sort(Comparator.comparing(VaultEntry::name));
        return new VaultEntries(entries);
    }

    VaultEntries without(String name) {
        return new VaultEntries(all.stream().filter(entry -> !entry.name().equals(name)).toList());
    }

    /// The bytes to be sealed; the caller wipes them.
    byte[] bytes() {
        int length = Short.BYTES;
        for (VaultEntry entry : all) {
            length += 3 * Short.BYTES + utf8(entry.name()).length + utf8(entry.origin()).length
                    + entry.secret().bytes().length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).putShort((short) all.size());
        for (VaultEntry entry : all) {
            for (byte[] part : List.of(utf8(entry.name()), utf8(entry.origin()), entry.secret().bytes())) {
                out.putShort((short) part.length).put(part);
            }
        }
        return out.array();
    }

    /// What such bytes hold. They were sealed by us, so anything odd is damage that happened before the sealing.
    ///
    /// @throws VaultProblem when they are not what [#bytes] makes
    static VaultEntries parse(byte[] bytes) throws VaultProblem {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<VaultEntry> entries = new ArrayList<>();
        try {
            int count = Short.toUnsignedInt(in.getShort());
            for (int i = 0; i < count; i++) {
                entries.add(new VaultEntry(text(part(in)), text(part(in)), SecretText.owning(part(in))));
            }
            if (!in.hasRemaining()) {
                return new VaultEntries(entries);
            }
        } catch (BufferUnderflowException | CharacterCodingException odd) {
            // Told below, without what was read.
        }
        new VaultEntries(entries).close();
        throw new VaultProblem(VaultProblem.Kind.DAMAGED, "what was sealed in it makes no sense");
    }

    private static byte[] part(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] part = new byte[length];
        in.get(part);
        return part;
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        all.forEach(entry -> entry.secret().close());
    }
}
