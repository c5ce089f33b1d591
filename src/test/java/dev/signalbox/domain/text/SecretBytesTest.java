package dev.signalbox.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SecretBytesTest {

    private static final String ONE = "QzXvWkJqYpZwVxQjKz";
    private static final String OTHER = "kubernetes-token-of-the-lab";

    private static String hidden(Collection<String> secrets, String text) {
        return new String(new SecretBytes(secrets).hide(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void marksEachSecretWhereverItStands() {
        assertThat(hidden(List.of(ONE, OTHER), ONE + " a " + OTHER + ONE + "\n" + ONE)).isEqualTo("••• a ••••••\n•••");
        assertThat(hidden(List.of(ONE), "ä" + ONE + "ö")).isEqualTo("ä•••ö");
    }

    @Test
    void leavesAloneWhatIsOnlyAlike() {
        String alike = ONE.substring(1) + " " + ONE.substring(0, ONE.length() - 1) + " " + ONE.replace('Q', 'q');
        assertThat(hidden(List.of(ONE), alike)).isEqualTo(alike);
    }

    @Test
    void givesTheVeryBytesBackWhenThereIsNothingInThem() {
        byte[] text = "checkout v2.14.1 went to production".getBytes(StandardCharsets.UTF_8);
        assertThat(new SecretBytes(List.of(ONE)).hide(text)).isSameAs(text);
        assertThat(new SecretBytes(List.of()).hide(text)).isSameAs(text);
    }

    @Test
    void blotsEachSecretInItsPlaceAndAsLongAsItWas() {
        byte[] text = ("ä" + ONE + OTHER + " and " + ONE).getBytes(StandardCharsets.UTF_8);

        assertThat(new SecretBytes(List.of(ONE, OTHER)).blot(text, text.length - 1)).isTrue();

        assertThat(new String(text, StandardCharsets.UTF_8)).as("the last one is not there to its end").isEqualTo(
                "ä" + "*".repeat(ONE.length() + OTHER.length()) + " and " + ONE);
        assertThat(new SecretBytes(List.of(OTHER)).blot(text, text.length)).isFalse();
        assertThat(new SecretBytes(List.of()).blot(text, text.length)).isFalse();
    }

    @Test
    void knowsWhenThereIsNothingToLookFor() {
        assertThat(new SecretBytes(List.of()).isEmpty()).isTrue();
        assertThat(new SecretBytes(List.of()).longest()).isZero();
        assertThat(new SecretBytes(List.of(ONE, OTHER)).isEmpty()).isFalse();
        assertThat(new SecretBytes(List.of(ONE, OTHER)).longest()).isEqualTo(OTHER.length());
    }

    @Test
    void hidesTheLongestOfThoseThatBeginTogether() {
        assertThat(hidden(List.of(ONE, ONE + "-and-more"), "<" + ONE + "-and-more>")).isEqualTo("<•••>");
    }

    @Test
    void ofSecretsThatAreEntwinedNoPieceStays() {
        String first = "abcdefghijklmnop";
        String second = "klmnopqrstuvwxyz";
        assertThat(hidden(List.of(first, second), "<abcdefghijklmnopqrstuvwxyz>")).isEqualTo("<•••>");
        assertThat(hidden(List.of("ababababababab"), "<abababababababab>")).isEqualTo("<•••>");
    }

    @Test
    void findsSecretsThatAreLongerThanAnyWindow() {
        String key = ONE.repeat(300);
        assertThat(hidden(List.of(key, OTHER), "a" + key + "b" + OTHER + "c")).isEqualTo("a•••b•••c");
    }

    @Test
    void findsWhatALookAtEveryPlaceFinds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 400; round++) {
            List<String> secrets =
                    List.of(drawn(random, 12 + random.nextInt(4)), drawn(random, 12 + random.nextInt(9)));
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 12; part++) {
                text.append(drawn(random, random.nextInt(30)));
                text.append(random.nextInt(3) == 0 ? secrets.get(random.nextInt(2)) : "");
            }
            assertThat(found(secrets, text.toString())).isEqualTo(slowly(secrets, text.toString()));
        }
    }

    private static int found(List<String> secrets, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SecretBytes(secrets).next(bytes, 0, bytes.length);
    }

    private static int slowly(List<String> secrets, String text) {
        return secrets.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }

    /// Of three letters only, so that much looks alike.
    private static String drawn(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
