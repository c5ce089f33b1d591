package dev.signalbox.secrets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// What a vault keeps in the key ring: its main key, and how often it had been written when the ring was last told. A
/// file that was written less often than that is an older copy. As text: `1:key in base64:writings`.
///
/// @param main the key; whoever holds the item wipes it
record RingItem(byte[] main, long writings) {

    private static final int KEY_LETTERS = 44;
    private static final String FORM = "1:";

    /// Under which name the item of a vault lies in the ring.
    static String nameOf(VaultHead head) {
        return "vault " + HexFormat.of().formatHex(head.id());
    }

    /// For the ring; the caller wipes it.
    char[] text() {
        byte[] key = Base64.getEncoder().encode(main);
        CharBuffer letters = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(key));
        String rest = ":" + writings;
        char[] text = new char[FORM.length() + KEY_LETTERS + rest.length()];
        FORM.getChars(0, FORM.length(), text, 0);
        letters.get(text, FORM.length(), KEY_LETTERS);
        rest.getChars(0, rest.length(), text, FORM.length() + KEY_LETTERS);
        Arrays.fill(key, (byte) 0);
        Arrays.fill(letters.array(), '\0');
        return text;
    }

    /// Nothing when the text is none of ours: somebody changed the item by hand.
    static Optional<RingItem> parse(char[] text) {
        int colon = FORM.length() + KEY_LETTERS;
        if (text.length < colon + 2 || text.length > colon + 20 || text[0] != '1' || text[1] != ':'
                || text[colon] != ':') {
            return Optional.empty();
        }
        byte[] key = new byte[KEY_LETTERS];
        for (int i = 0; i < KEY_LETTERS; i++) {
            key[i] = (byte) text[FORM.length() + i];
        }
        try {
            byte[] main = Base64.getDecoder().decode(key);
            long writings = Long.parseLong(new String(text, colon + 1, text.length - colon - 1));
            return main.length == VaultCipher.KEY && writings > 0
                    ? Optional.of(new RingItem(main, writings))
                    : Optional.empty();
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "RingItem(hidden)";
    }
}
