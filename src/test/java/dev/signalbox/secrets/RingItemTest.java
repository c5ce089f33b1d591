package dev.signalbox.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingItemTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void comesBackAsItWas() {
        byte[] main = new byte[VaultCipher.KEY];
        for (int i = 0; i < main.length; i++) {
            main[i] = (byte) i;
        }
        char[] text = new RingItem(main, 12).text();
        assertThat(new String(text)).isEqualTo("1:" + KEY + ":12");
        RingItem back = RingItem.parse(text).orElseThrow();
        assertThat(back.main()).isEqualTo(main);
        assertThat(back.writings()).isEqualTo(12);
        assertThat(RingItem.parse(new RingItem(main, Long.MAX_VALUE).text()).orElseThrow().writings())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "1", "1:", "1:" + KEY, "1:" + KEY + ":", "2:" + KEY + ":1", "1:" + KEY + ";1", "1:" + KEY + ":0",
        "1:" + KEY + ":-1", "1:" + KEY + ":x", "1:" + KEY + ":99999999999999999999",
        "1:!!ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=:1", "my own password"
    })
    void whatSomebodyChangedByHandIsNoItem(String text) {
        assertThat(RingItem.parse(text.toCharArray())).isEmpty();
    }

    @Test
    void vaultsHaveItemsOfTheirOwn() {
        VaultHead one = head((byte) 1);
        assertThat(RingItem.nameOf(one)).isEqualTo("vault 01010101010101010101010101010101")
                .isNotEqualTo(RingItem.nameOf(head((byte) 2)));
    }

    private static VaultHead head(byte fill) {
        byte[] id = new byte[VaultHead.ID];
        Arrays.fill(id, fill);
        return new VaultHead(VaultLock.KEY_RING, 0, 1, id, new byte[VaultHead.CHECK], new byte[VaultHead.NONCE]);
    }
}
