package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {

    private static final String RUN =
            "{\"id\":%s,\"status\":\"completed\",\"url\":\"https://api.example.com/runs/%s\"},";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 511, 512, 513, 100_000, 3 << 20})
    void givesBackWhatDoesNotShrink(int length) {
        byte[] noise = noise(length);
        Packed packed = Packed.of(noise);
        assertThat(packed.bytes()).isEqualTo(noise);
        assertThat(packed.size()).isLessThanOrEqualTo(length + length / 100 + 16);
    }

    @Test
    void whatServersTellTakesASixthOrLess() {
        StringBuilder list = new StringBuilder("[");
        for (int id = 64_100_000; id < 64_103_000; id++) {
            list.append(RUN.replace("%s", String.valueOf(id)));
        }
        byte[] json = list.append("{}]").toString().getBytes(StandardCharsets.UTF_8);
        Packed packed = Packed.of(json);
        assertThat(packed.bytes()).isEqualTo(json);
        assertThat(packed.size()).isLessThan(json.length / 6);
    }

    @Test
    void isNeitherWhatItWasGivenNorWhatItGave() {
        byte[] given = noise(100);
        Packed packed = Packed.of(given);
        given[7]++;
        packed.bytes()[8]++;
        assertThat(packed.bytes()).isEqualTo(noise(100));
    }

    @Test
    void tellsOnlyItsSizes() {
        Packed packed = Packed.of("secret".getBytes(StandardCharsets.UTF_8));
        assertThat(packed).hasToString("Packed[6 bytes in " + packed.size() + "]");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }
}
