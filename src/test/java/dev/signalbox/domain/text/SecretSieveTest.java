package dev.signalbox.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SecretSieveTest {

    private static final String SECRET = "QzXvWkJqYpZwVxQjKz";

    private final SecretBytes secrets = new SecretBytes(List.of(SECRET, "a-token-of-the-lab"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aSecretThatLiesAcrossTwoPiecesIsFoundWhereverItIsCut() {
        byte[] whole = bytes("before " + SECRET + " after, and a-token-of-the-lab at the end");
        for (int cut = 0; cut <= whole.length; cut++) {
            SecretSieve sieve = new SecretSieve(secrets);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(sieve.next(whole, 0, cut));
            out.writeBytes(sieve.next(whole, cut, whole.length));
            out.writeBytes(sieve.rest());
            assertThat(text(out.toByteArray())).as("cut at %d", cut).isEqualTo("before ••• after, and ••• at the end");
        }
    }

    @Test
    void comesToTheSameAsOverTheWholeHoweverItComes() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 20; part++) {
                text.append(random.nextBoolean() ? SECRET.substring(0, random.nextInt(SECRET.length() + 1)) : "line\n");
            }
            byte[] whole = bytes(text.toString());
            SecretSieve sieve = new SecretSieve(secrets);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int at = 0; at < whole.length;) {
                int to = Math.min(whole.length, at + 1 + random.nextInt(25));
                out.writeBytes(sieve.next(whole, at, to));
                at = to;
            }
            out.writeBytes(sieve.rest());
            assertThat(text(out.toByteArray())).isEqualTo(text(secrets.hide(whole)));
        }
    }

    @Test
    void secretsThatAreEntwinedAcrossPiecesLeaveNothing() {
        SecretBytes entwined = new SecretBytes(List.of("abcdefghijklmnop", "klmnopqrstuvwxyz"));
        byte[] whole = bytes("<abcdefghijklmnopqrstuvwxyz>");
        for (int cut = 0; cut <= whole.length; cut++) {
            SecretSieve sieve = new SecretSieve(entwined);
            String out = text(sieve.next(whole, 0, cut)) + text(sieve.next(whole, cut, whole.length))
                    + text(sieve.rest());
            assertThat(out).as("cut at %d", cut).isEqualTo("<•••>");
        }
    }

    @Test
    void holdsBackNoMoreThanASecretIsLong() {
        SecretSieve sieve = new SecretSieve(secrets);
        byte[] line = bytes("an ordinary line of a log without anything in it\n");
        assertThat(sieve.next(line, 0, line.length)).hasSize(line.length - SECRET.length() + 1);
        assertThat(sieve.rest()).hasSize(SECRET.length() - 1);
        assertThat(sieve.rest()).as("once only").isEmpty();
    }

    @Test
    void withoutSecretsEverythingPassesAtOnce() {
        SecretSieve sieve = new SecretSieve(new SecretBytes(List.of()));
        byte[] line = bytes("xx a line xx");
        assertThat(text(sieve.next(line, 3, 9))).isEqualTo("a line");
        assertThat(sieve.rest()).isEmpty();
    }
}
